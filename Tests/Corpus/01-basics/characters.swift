// tier: 1
// A Character is one letter as a reader sees it.
let c: Character = "a"
print(c)  // expect: a
print(c == "a", c < "b")  // expect: true true
let word = "level"
print(word == String(word.reversed()))  // expect: true
var vowels = 0
for letter in "education" where "aeiou".contains(letter) { vowels += 1 }
print(vowels)  // expect: 5
print(Character("z").isLetter, Character("7").isNumber, Character(" ").isWhitespace)  // expect: true true true
print(Character("7").wholeNumberValue!)  // expect: 7
print(Array("abc"))  // expect: ["a", "b", "c"]
print(c.uppercased())  // expect: A
print(Character("A").asciiValue!)  // expect: 65
print("x" + String(c))  // expect: xa
