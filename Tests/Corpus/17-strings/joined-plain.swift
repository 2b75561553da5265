// tier: 1
// Strings joined without a separator make a string, not a sequence of characters.
let letters = ["x", "y", "z"]
print(letters.joined())  // expect: xyz
print([2, 0].map { letters[$0] }.joined())  // expect: zx
let word = letters.reversed().joined()
print(word, word.count)  // expect: zyx 3
print([[1, 2], [3]].joined().map { $0 * 2 })  // expect: [2, 4, 6]
let flat = [[1], [2, 3]].joined()
print(Array(flat))  // expect: [1, 2, 3]
