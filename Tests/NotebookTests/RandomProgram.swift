/// Writes programs that always end: variables, lists, dictionaries, strings, closures that capture, classes with `deinit`
/// and cycles, structs, enums, errors, recursion, random numbers.
struct RandomProgram {
    private var state: UInt64
    private var text = ""

    init(seed: UInt64) { state = seed &* 6_364_136_223_846_793_005 &+ 99 }

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    private static let head = """
        var made = 0, gone = 0
        final class Node {
            var value: Int
            var next: Node?
            init(_ value: Int) {
                self.value = value
                made += 1
            }
            deinit { gone += value % 7 + 1 }
        }
        struct Pair {
            var count: Int
            var name: String
            mutating func grow(by n: Int) {
                count = (count + n) % 500
                name += "\\(n % 10)"
                if name.count > 8 { name = String(name.suffix(3)) }
            }
            var size: Int { count + name.count }
        }
        enum Shape {
            case dot
            case box(Int, Int)
            indirect case twice(Shape)
            var area: Int {
                switch self {
                case .dot: return 1
                case .box(let a, let b): return a * b % 100
                case .twice(let inner): return 2 * inner.area % 100
                }
            }
        }
        enum Fault: Error { case odd(Int), large }
        func risky(_ n: Int) throws -> Int {
            defer { made += 0 }
            if n > 60 { throw Fault.large }
            guard n % 2 == 0 else { throw Fault.odd(n) }
            return n / 2
        }
        func helper(_ n: Int) -> Int {
            let half = n / 2
            if half > 5 { return helper(half) + 1 }
            return half
        }
        func counter(from start: Int) -> () -> Int {
            var now = start
            return {
                now += 1
                return now
            }
        }
        var v0 = 3, v1 = 5, v2 = 8
        var list = [1]
        var table: [String: Int] = ["a": 1]
        var words = "w"
        var real = 0.25
        var pair = Pair(count: 1, name: "p")
        var shape = Shape.dot
        var node: Node? = Node(1)
        var tick = counter(from: 2)
        var rules: [(Int) -> Int] = [{ $0 + 1 }]

        """

    private static let names = ["v0", "v1", "v2"]

    private mutating func name() -> String { Self.names[roll(3)] }

    private mutating func value(_ depth: Int = 0) -> String {
        switch roll(depth > 1 ? 4 : 14) {
        case 0: return "\(roll(20))"
        case 1, 2: return name()
        case 3: return "list.count"
        case 4: return "(" + value(depth + 1) + " + " + value(depth + 1) + ") % 1000"
        case 5: return "(" + value(depth + 1) + " - " + value(depth + 1) + ")"
        case 6: return "helper(" + value(depth + 1) + ") % 100"
        case 7: return "pair.size"
        case 8: return "shape.area"
        case 9: return "table[\"\(["a", "b", "c"][roll(3)])\", default: 7]"
        case 10: return "rules[" + "\(roll(9)) % rules.count](" + value(depth + 1) + ") % 300"
        case 11: return "(" + value(depth + 1) + " > " + value(depth + 1) + " ? " + value(depth + 1) + " : made)"
        case 12: return "list.map({ $0 % 9 }).reduce(0, { ($0 + $1) % 500 })"
        default: return "((try? risky(" + value(depth + 1) + ")) ?? \(roll(9)))"
        }
    }

    private mutating func statement(_ indent: String, _ depth: Int) {
        switch roll(depth > 1 ? 13 : 20) {
        case 0, 1: line(indent, name() + " = " + value() + " % 1000")
        case 2: line(indent, "list.append(" + value() + " % 100)")
        case 3: line(indent, "print(" + value() + ", list.count, words)")
        case 4: line(indent, "real = real * 0.5 + Double(" + value() + ")")
        case 5: line(indent, "list[0] = Int.random(in: 0..<50)")
        case 6: line(indent, "table[\"\(["a", "b", "c", "d"][roll(4)])\", default: 0] = " + value() + " % 90")
        case 7: line(indent, "words += \"\\(" + value() + ")\"")
        case 8:
            line(
                indent,
                [
                    "node = Node(" + value() + ")", "node?.next = Node(" + value() + ")", "node = node?.next",
                    "node?.next = node",
                ][roll(4)])
        case 9: line(indent, "rules.append { $0 % 50 + " + name() + " }")
        case 10: line(indent, "pair.grow(by: abs(" + value() + ") % 40)")
        case 11: line(indent, "shape = " + [".dot", ".box(v0 % 9, v1 % 9)", ".twice(shape)"][roll(3)])
        case 12: line(indent, name() + " = tick() % 100")
        case 13:
            line(indent, "for i in 0..<\(roll(4) + 1) {")
            line(indent, "    list[0] = (list[0] + i) % 1000")
            block(indent, depth)
        case 14:
            line(indent, "if " + value() + " > " + value() + " && v0 != 4 {")
            block(indent, depth)
        case 15:
            line(indent, "do {")
            line(indent, "    v1 = try risky(" + value() + ")")
            block(indent, depth, end: "} catch Fault.odd(let n) {")
            line(indent, "    v2 = n % 100")
            line(indent, "} catch { words += \"!\" }")
        case 16:
            line(indent, "switch " + value() + " % 3 {")
            line(indent, "case 0: v0 += 1")
            line(indent, "case 1 where v1 > 5: words = String(words.prefix(5))")
            line(indent, "default: tick = counter(from: v2 % 10)")
            line(indent, "}")
        case 17: line(indent, "list = list.filter { $0 % 2 == v1 % 2 } + [v0 % 10]")
        case 18:
            line(indent, "if let found = table[\"c\"], found > 3 {")
            block(indent, depth)
        default: line(indent, "(v0, v1) = (v1, v0 % 1000)")
        }
    }

    private mutating func line(_ indent: String, _ code: String) { text += indent + code + "\n" }

    private mutating func block(_ indent: String, _ depth: Int, end: String = "}") {
        for _ in 0...roll(3) { statement(indent + "    ", depth + 1) }
        line(indent, end)
    }

    mutating func program() -> String {
        text = Self.head
        for _ in 0..<10 { statement("", 0) }
        text += "print(v0, v1, v2, list, real, pair.size, made, gone, table.keys.sorted(), words)\n"
        return text
    }
}
