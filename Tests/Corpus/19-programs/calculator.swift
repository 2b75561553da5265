// tier: 2
// A lexer and a parser by recursive descent.
enum Token: Equatable {
    case number(Int)
    case op(Character)
    case lparen, rparen
}
struct Lexer {
    let text: [Character]
    var pos = 0
    init(_ s: String) { text = Array(s) }
    mutating func tokens() -> [Token] {
        var out = [Token]()
        while pos < text.count {
            let c = text[pos]
            switch c {
            case " ", "\t": pos += 1
            case "0"..."9":
                var n = 0
                while pos < text.count, let d = text[pos].wholeNumberValue {
                    n = n * 10 + d
                    pos += 1
                }
                out.append(.number(n))
            case "+", "-", "*", "/":
                out.append(.op(c))
                pos += 1
            case "(":
                out.append(.lparen)
                pos += 1
            case ")":
                out.append(.rparen)
                pos += 1
            default: fatalError("bad \(c)")
            }
        }
        return out
    }
}
struct Parser {
    var ts: [Token]
    var i = 0
    var cur: Token? { i < ts.count ? ts[i] : nil }
    mutating func expr() -> Int {
        var v = term()
        while case .op(let c)? = cur, c == "+" || c == "-" {
            i += 1
            let r = term()
            v = c == "+" ? v + r : v - r
        }
        return v
    }
    mutating func term() -> Int {
        var v = factor()
        while let t = cur, case .op(let c) = t, "*/".contains(c) {
            i += 1
            let r = factor()
            if c == "*" { v *= r } else { v /= r }
        }
        return v
    }
    mutating func factor() -> Int {
        switch cur {
        case .number(let n)?:
            i += 1
            return n
        case .lparen:
            i += 1
            let v = expr()
            i += 1
            return v
        case .op("-"):
            i += 1
            return -factor()
        case .none: return 0
        default: return 0
        }
    }
}
var lx = Lexer("2 * (3 + 4) - 10 / 5")
let ts = lx.tokens()
print(ts.count)  // expect: 11
var p = Parser(ts: ts)
print(p.expr())  // expect: 12
