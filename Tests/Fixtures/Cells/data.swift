import NeuralCore

for d in [
    Dataset.xor, .moons(4, noise: 0.1, seed: 3), .circles(4, seed: 1), .spirals(4, noise: 0.1),
    .blobs(6, classes: 3, seed: 2), .noisySine(3, seed: 9),
] {
    print(d)
    print(d.labels)
}
let sp = Dataset.blobs(20, classes: 2, seed: 1).split(train: 0.6, validation: 0.2, seed: 3, stratified: true)
print(sp.train.count, sp.validation.count, sp.test.count, sp.train.classCounts, sp.test.classCounts, sp.test)
let sc = Standardizer(fitting: sp.train.inputs)
print(sc, sc(sp.test).inputs, sc.inverse(sc([1, 2])))
let mm = MinMaxScaler(fitting: sp.train.inputs)
print(mm, mm([1, 2]), mm.inverse([0, 1]))
print(shifted([1, 2, 3, 4], width: 2, right: 1), flipped([1, 2, 3, 4], width: 2))
var g = SeededGenerator(seed: 5)
print(
    noisy([1, 2], deviation: 0.1, using: &g), g.permutation(5), g.uniform(), g.uniform(2, 3), g.normal(),
    g.integer(below: 10))
print(Dataset.xor.augmented(copies: 2, width: 2, shift: 1, flip: true, noise: 0.1, seed: 3).inputs)
for b in Dataset.xor.shuffled(seed: 2).batches(of: 3) { print(b) }
let t = Table(csv: "name,x,y\nada,1,2.5\n\"b, c\",,3\n\"q\"\"q\",7,-1e3\n")
print(t)
print(
    t.numbers("x"), t.texts("name"), t.rows(["y", "x"]), t.labels("name"), t.categories("name"), t.isNumeric("x"),
    t.texts("y"))
let iris = loadCSV("iris")
print(iris)
print(Dataset.iris.inputs[0], Dataset.iris.targets[149], Dataset.iris.classCounts)
let d = Dataset.digits
print(d.count, d.classCounts, d.inputs[3], d.labels[0...20])
print(loadCSV("karate-clubs.csv").categories("club"), loadCSV("karate").count)
