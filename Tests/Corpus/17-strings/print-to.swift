// tier: 2
// print into a text, or into a stream of one's own.
struct Log: TextOutputStream {
    var lines: [String] = []
    mutating func write(_ text: String) { lines.append(text) }
}
var text = ""
print("a", 1, [2.5], to: &text)
print("b", 2, separator: "-", terminator: ".", to: &text)
print(text)
// expect: a 1 [2.5]
// expect: b-2.
var log = Log()
print("x", "y", to: &log)
print(log.lines)  // expect: ["", "x", " ", "y", "\n"]
print("ab".utf8, "ab".utf16.count, "ab".utf16, (0..<4).lazy.count)  // expect: ab 2 ab 4
