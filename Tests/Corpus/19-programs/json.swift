// tier: 2
// A JSON parser by recursive descent, with errors that say where.
enum JSON: CustomStringConvertible, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])
    var description: String {
        switch self {
        case .null: "null"
        case .bool(let b): "\(b)"
        case .number(let n): n == n.rounded() ? "\(Int(n))" : "\(n)"
        case .string(let s): "\"\(s)\""
        case .array(let a): "[" + a.map(\.description).joined(separator: ",") + "]"
        case .object(let o):
            "{" + o.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        }
    }
    subscript(key: String) -> JSON? {
        if case .object(let o) = self { return o[key] }
        return nil
    }
    subscript(i: Int) -> JSON? {
        guard case .array(let a) = self, a.indices.contains(i) else { return nil }
        return a[i]
    }
}
struct JSONParser {
    enum Failure: Error {
        case unexpected(Character, at: Int)
        case end
    }
    private let cs: [Character]
    private var i = 0
    init(_ s: String) { cs = Array(s) }
    mutating func parse() throws -> JSON {
        let v = try value()
        skip()
        if i < cs.count { throw Failure.unexpected(cs[i], at: i) }
        return v
    }
    private mutating func skip() { while i < cs.count, cs[i].isWhitespace { i += 1 } }
    private mutating func peek() throws -> Character {
        skip()
        guard i < cs.count else { throw Failure.end }
        return cs[i]
    }
    private mutating func expect(_ c: Character) throws {
        let p = try peek()
        guard p == c else { throw Failure.unexpected(p, at: i) }
        i += 1
    }
    private mutating func value() throws -> JSON {
        switch try peek() {
        case "{": return try object()
        case "[": return try array()
        case "\"": return .string(try string())
        case let c where c.isNumber || c == "-": return number()
        case "t":
            i += 4
            return .bool(true)
        case "f":
            i += 5
            return .bool(false)
        case "n":
            i += 4
            return .null
        case let c: throw Failure.unexpected(c, at: i)
        }
    }
    private mutating func string() throws -> String {
        try expect("\"")
        var s = ""
        while i < cs.count, cs[i] != "\"" {
            s.append(cs[i])
            i += 1
        }
        try expect("\"")
        return s
    }
    private mutating func number() -> JSON {
        let start = i
        while i < cs.count, cs[i].isNumber || "-.e".contains(cs[i]) { i += 1 }
        return .number(Double(String(cs[start..<i])) ?? .nan)
    }
    private mutating func array() throws -> JSON {
        try expect("[")
        var a: [JSON] = []
        if try peek() == "]" {
            i += 1
            return .array(a)
        }
        repeat { a.append(try value()) } while try consume(",")
        try expect("]")
        return .array(a)
    }
    private mutating func object() throws -> JSON {
        try expect("{")
        var o: [String: JSON] = [:]
        if try peek() == "}" {
            i += 1
            return .object(o)
        }
        repeat {
            _ = try peek()
            let k = try string()
            try expect(":")
            o[k] = try value()
        } while try consume(",")
        try expect("}")
        return .object(o)
    }
    private mutating func consume(_ c: Character) throws -> Bool {
        if try peek() == c {
            i += 1
            return true
        }
        return false
    }
}
for t in ["{\"a\": [1, 2.5, -3], \"b\": {\"c\": null, \"d\": true}}", "[1, 2", "{x}", "[]", "\"hi\""] {
    var p = JSONParser(t)
    do {
        let j = try p.parse()
        print(j, j["a"]?[1] as Any, j["b"]?["c"] == .null)
    } catch JSONParser.Failure.unexpected(let c, let at) { print("unexpected \(c) at \(at)") } catch { print(error) }
}
// expect: {"a":[1,2.5,-3],"b":{"c":null,"d":true}} Optional(2.5) true
// expect: end
// expect: unexpected x at 1
// expect: [] nil false
// expect: "hi" nil false
