// tier: 1
// Strings: joining, counting, comparing, and what is most often asked of them.
let name = "Ada"
print("Hello, " + name + "!")  // expect: Hello, Ada!
var line = "ab"
line += "cd"
line.append("e")
print(line, line.count)  // expect: abcde 5
print("".isEmpty, "x".isEmpty)  // expect: true false
print("tab\tquote\"backslash\\")  // expect: tab	quote"backslash\
print("unicode \u{3c3}(z) = \u{1F600}")  // expect: unicode σ(z) = 😀
print("é".count, "e\u{301}".count, "e\u{301}" == "é")  // expect: 1 1 true
print("shout".uppercased(), "QUIET".lowercased())  // expect: SHOUT quiet
print("neuron".hasPrefix("neu"), "neuron".hasSuffix("x"))  // expect: true false
print(String(repeating: "=", count: 5))  // expect: =====
print("a,b,,c".split(separator: ","))  // expect: ["a", "b", "c"]
print("one two".split(separator: " ").count)  // expect: 2
print(String("stressed".reversed()))  // expect: desserts
for letter in "abc" { print(letter) }
// expect: a
// expect: b
// expect: c
print("hello".contains("l"), "hello".first!, "hello".last!)  // expect: true h o
print(["a", "b"].joined(separator: "-"))  // expect: a-b
print("hello".dropFirst(2), "hello".prefix(2), "hello".suffix(3))  // expect: llo he llo
print("a" + "b" == "ab")  // expect: true
