// tier: 2
// More of strings: positions, slices, characters, splitting, replacing by hand.
let s = "Hello, wörld"
print(s.count, s.utf8.count)  // expect: 12 13
print(s[s.startIndex], s[s.index(s.startIndex, offsetBy: 4)])  // expect: H o
print(s.firstIndex(of: ",").map { String(s[..<$0]) } ?? "")  // expect: Hello
print(s.split(separator: " ").map { String($0) })  // expect: ["Hello,", "wörld"]
print(String(s.map { $0 == "l" ? "L" : $0 }))  // expect: HeLLo, wörLd
print(s.filter { $0.isLetter }.count)  // expect: 10
print(String(s.reversed()))  // expect: dlröw ,olleH
print(s.lowercased().split { !$0.isLetter })  // expect: ["hello", "wörld"]
var t = "abc"
t.removeLast()
t.insert("x", at: t.startIndex)
print(t)  // expect: xab
print(Array("abc".utf8), "a".unicodeScalars.first!.value)  // expect: [97, 98, 99] 97
print(String([Character("o"), "k"]), "ab" < "b", "Z" < "a")  // expect: ok true true
print("👨‍👩‍👧".count, "🇩🇪🇫🇷".count)  // expect: 1 2
print("3.14 2.71".split(separator: " ").compactMap { Double($0) })  // expect: [3.14, 2.71]
for (i, c) in "ab".enumerated() { print(i, c) }
// expect: 0 a
// expect: 1 b
print("a-b-c".split(separator: "-", maxSplits: 1))  // expect: ["a", "b-c"]
print("x" as Character, "\("é")", "tab:\t.")  // expect: x é tab:	.
print("abc".contains("bc"), "line\nbreak".split(separator: "\n").count)  // expect: true 2
