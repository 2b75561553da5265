import NeuralCore

// Examples: 150 irises, four lengths of each, three species. A seed makes every run the same.
let split = Dataset.iris.split(train: 0.7, seed: 1, stratified: true)
let scaler = Standardizer(fitting: split.train.inputs)
let train = Examples(scaler(split.train.inputs), labels: split.train.labels)
let test = Examples(scaler(split.test.inputs), labels: split.test.labels)

// A network: layers one after another, and the weights that they start from.
let network = Network([Dense(4, 16, activation: .tanh), Dense(16, 3)], seed: 1)

// Learning: 60 times through all examples, in batches of 16.
let history = network.fit(
    train, loss: .crossEntropyFromLogits, optimizer: Adam(learningRate: 0.01), epochs: 60, batchSize: 16,
    shuffleSeed: 1, validation: test, rate: { Schedule.cosine(from: 0.02, to: 0.001, over: 60)($0) })
print("loss", history.loss[0], "then", history.loss[59])
print("right", network.accuracy(test))
print(
    ConfusionMatrix(
        predicted: network.predictClasses(test.inputs), actual: split.test.labels,
        names: ["setosa", "versicolor", "virginica"]))

// One step of learning by hand: forward, loss, backward, update.
_ = network.forward(scaler(split.train.inputs))
let loss = network.loss(labels: split.train.labels)
network.backward()
print("gradient of the first weight", network.weightGradients(ofLayer: 0)[0][0])
network.update(SGD(learningRate: 0.1))

// Any function of tensors has gradients, by a tape.
let tape = Tape()
let x = tape.variable(Tensor([[1, 2], [3, 4]]))
let y = (x.matmul(x) * 0.5).tanh().sum()
y.backward()
print(x.gradient)
