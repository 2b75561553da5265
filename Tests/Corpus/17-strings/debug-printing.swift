// tier: 2
// Inside a collection strings show their quotes and escapes; outside they do not.
print(["a\"b", "c\nd", "tab\t"])  // expect: ["a\"b", "c\nd", "tab\t"]
print("plain", ["x"], ("y", 1))  // expect: plain ["x"] ("y", 1)
print(String(describing: "s"), String(reflecting: "s"))  // expect: s "s"
debugPrint("quoted", 1.0)  // expect: "quoted" 1.0
print([["a"], []])  // expect: [["a"], []]
print(["k": "v"], [1: ["a": 2.0]])  // expect: ["k": "v"] [1: ["a": 2.0]]
print([Character("c")], ["é", "\u{0}"])  // expect: ["c"] ["é", "\0"]
print(Optional("x") as Any, [Optional("y")])  // expect: Optional("x") [Optional("y")]
enum E { case a, b(String), c(x: Int, y: Double?) }
print(E.a, E.b("t"), [E.b("t")], E.c(x: 1, y: nil))  // expect: a b("t") [main.E.b("t")] c(x: 1, y: nil)
print(Set(["only"]), 1..<3, [1...2])  // expect: ["only"] 1..<3 [ClosedRange(1...2)]
print("abc".dropFirst(), ["abc".dropFirst()])  // expect: bc ["bc"]
