// tier: 2
// A dictionary made from pairs wants each key once.
let pairs = [("a", 1), ("a", 2)]
print(pairs.count)  // expect: 2
let d = Dictionary(uniqueKeysWithValues: pairs)  // trap: key
print(d)
