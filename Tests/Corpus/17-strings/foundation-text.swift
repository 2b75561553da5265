// tier: 2
// What Foundation adds to strings.
import Foundation

print(M_PI, "a b".range(of: "b") != nil)  // expect: 3.141592653589793 true
let s = "hello world"
if let r = s.range(of: "world") { print(s[r], s[..<r.lowerBound], s.distance(from: s.startIndex, to: r.lowerBound)) }
// expect: world hello  6
print(s.replacingOccurrences(of: "o", with: "0"), s.components(separatedBy: "o"), s.capitalized)
// expect: hell0 w0rld ["hell", " w", "rld"] Hello World
print(
    "abc".padding(toLength: 6, withPad: "-", startingAt: 0), "abcdef".padding(toLength: 3, withPad: " ", startingAt: 0))
// expect: abc--- abc
print("  a b ".trimmingCharacters(in: .whitespaces), "xxaxx".trimmingCharacters(in: CharacterSet(charactersIn: "x")))
// expect: a b a
print(s.contains("wor"), s.lowercased(), s.uppercased(), s.hasPrefix("he"))
// expect: true hello world HELLO WORLD true
print("3.14".isEmpty, Double("3.14")!, Int("42")!, "a,b;c".components(separatedBy: CharacterSet(charactersIn: ",;")))
// expect: false 3.14 42 ["a", "b", "c"]
