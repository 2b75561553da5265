import SourceText

/// Evaluates `#if` as on 64-bit Linux, and drops what is not chosen before the parser sees it.
struct Directives {
    private struct Level {
        var start: Span
        /// A branch of this `#if` has been taken.
        var isTaken: Bool
        /// The branch that is being read is the chosen one.
        var isActive: Bool
        var hasElse: Bool
        /// Brackets that are open in the branch that is being read.
        var depth = 0
    }

    private let tokens: [Token]
    private let bytes: [UInt8]
    private(set) var kept: [Token] = []
    private(set) var faults: [Fault] = []
    private var levels: [Level] = []
    private var inactive = 0
    /// Brackets that are open in what is kept.
    private var open = 0
    private var index = 0

    /// nil where a file has no directive, which is nearly always.
    init?(_ tokens: [Token], bytes: [UInt8]) {
        self.tokens = tokens
        self.bytes = bytes
        guard tokens.contains(where: { $0.kind == .pound && Directives.isConditional($0.word) }) else { return nil }
        kept.reserveCapacity(tokens.count)
        while index < tokens.count { step() }
        for level in levels { faults.append(Fault(.unclosedConditional, level.start)) }
    }

    private static func isConditional(_ word: Word) -> Bool {
        switch word {
        case .if, .elseif, .else, .endif: true
        default: false
        }
    }

    private mutating func step() {
        let token = tokens[index]
        if token.kind == .pound && Directives.isConditional(token.word) { return directive(token) }
        switch token.kind {
        case .leftBrace, .leftParen, .leftBracket: bracket(token, 1)
        case .rightBrace, .rightParen, .rightBracket: bracket(token, -1)
        default: break
        }
        if inactive == 0 || token.kind == .endOfFile { kept.append(token) }
        index += 1
    }

    /// Each branch must close what it opens, and nothing else. A bracket that closes nothing at all is the parser's
    /// affair.
    private mutating func bracket(_ token: Token, _ change: Int) {
        if let last = levels.indices.last {
            levels[last].depth += change
            if levels[last].depth == -1 && open > 0 { faults.append(Fault(.bracketsAcrossConditional, token.span)) }
        }
        if inactive == 0 { open = max(0, open + change) }
    }

    private mutating func directive(_ token: Token) {
        index += 1
        if token.word == .if {
            let isOutside = inactive > 0
            let value = condition(token)
            levels.append(Level(start: token.span, isTaken: value, isActive: value && !isOutside, hasElse: false))
            if !levels[levels.count - 1].isActive { inactive += 1 }
            return
        }
        guard let last = levels.indices.last else {
            if token.word == .elseif { _ = condition(token) }
            faults.append(Fault(.strayConditional, token.span))
            return
        }
        if levels[last].depth > 0 { faults.append(Fault(.bracketsAcrossConditional, token.span)) }
        levels[last].depth = 0
        let wasActive = levels[last].isActive
        if !wasActive { inactive -= 1 }
        if token.word == .endif {
            levels.removeLast()
            return
        }
        if levels[last].hasElse { faults.append(Fault(.strayConditional, token.span)) }
        let value = token.word == .else || condition(token)
        if token.word == .else { levels[last].hasElse = true }
        levels[last].isActive = value && !levels[last].isTaken && inactive == 0
        levels[last].isTaken = levels[last].isTaken || value
        if !levels[last].isActive { inactive += 1 }
    }

    /// The rest of the line.
    private mutating func condition(_ directive: Token) -> Bool {
        var end = index
        while end < tokens.count && !tokens[end].isAfterNewline && tokens[end].kind != .endOfFile { end += 1 }
        var reader = ConditionReader(tokens: tokens[index..<end], bytes: bytes)
        let value = reader.read()
        if !reader.isValid { faults.append(Fault(.invalidCondition, directive.span)) }
        index = end
        return value
    }
}

/// `os(Linux) && !DEBUG || swift(>=5.9)`
private struct ConditionReader {
    let tokens: ArraySlice<Token>
    let bytes: [UInt8]
    var index: Int
    var depth = 0
    var isValid = true

    init(tokens: ArraySlice<Token>, bytes: [UInt8]) {
        self.tokens = tokens
        self.bytes = bytes
        index = tokens.startIndex
    }

    mutating func read() -> Bool {
        let value = disjunction()
        if index < tokens.endIndex { isValid = false }
        return value
    }

    private func text(_ index: Int) -> String {
        guard index < tokens.endIndex else { return "" }
        return String(decoding: bytes[Int(tokens[index].lower)..<Int(tokens[index].upper)], as: UTF8.self)
    }

    private mutating func disjunction() -> Bool {
        var value = conjunction()
        while text(index) == "||" {
            index += 1
            let right = conjunction()
            value = value || right
        }
        return value
    }

    private mutating func conjunction() -> Bool {
        var value = term()
        while text(index) == "&&" {
            index += 1
            let right = term()
            value = value && right
        }
        return value
    }

    private mutating func term() -> Bool {
        var isNegated = false
        while text(index) == "!" {
            isNegated.toggle()
            index += 1
        }
        return atom() != isNegated
    }

    private mutating func atom() -> Bool {
        guard index < tokens.endIndex, depth < 50 else {
            isValid = false
            index = tokens.endIndex
            return false
        }
        let word = text(index)
        index += 1
        if word == "(" {
            depth += 1
            let value = disjunction()
            depth -= 1
            if text(index) == ")" { index += 1 } else { isValid = false }
            return value
        }
        if text(index) == "(" { return test(word) }
        switch tokens[index - 1].kind {
        case .identifier: return false
        case .keyword where word == "true": return true
        case .keyword where word == "false": return false
        default:
            isValid = false
            return false
        }
    }

    private mutating func test(_ name: String) -> Bool {
        var arguments: [String] = []
        index += 1
        while index < tokens.endIndex && text(index) != ")" {
            arguments.append(text(index))
            index += 1
        }
        if index < tokens.endIndex { index += 1 } else { isValid = false }
        switch name {
        case "os": return arguments == ["Linux"]
        case "arch": return arguments == ["x86_64"]
        case "_endian": return arguments == ["little"]
        case "_pointerBitWidth": return arguments.last == "64" || arguments.last == "_64"
        case "_runtime": return arguments == ["_Native"]
        case "targetEnvironment", "hasAttribute": return false
        case "hasFeature": return false
        case "canImport":
            return ["Swift", "Foundation", "FoundationEssentials", "Glibc", "NeuralCore", "LessonKit"]
                .contains(arguments.first ?? "")
        // The oracle compiles in language mode 5 with a 6.3 compiler.
        case "swift": return compare(arguments, [5, 10])
        case "compiler": return compare(arguments, [6, 3, 1])
        default:
            isValid = false
            return false
        }
    }

    /// `>=5.9` or `<6` against a version.
    private mutating func compare(_ arguments: [String], _ version: [Int]) -> Bool {
        guard let sign = arguments.first, sign == ">=" || sign == "<", arguments.count > 1 else {
            isValid = false
            return false
        }
        var wanted: [Int] = [0]
        for text in arguments.dropFirst() {
            for byte in text.utf8 {
                if 0x30...0x39 ~= byte {
                    wanted[wanted.count - 1] = min(wanted[wanted.count - 1] * 10 + Int(byte - 0x30), 100_000)
                } else {
                    wanted.append(0)
                }
            }
        }
        var isAtLeast = true
        for position in 0..<max(wanted.count, version.count) {
            let have = position < version.count ? version[position] : 0
            let want = position < wanted.count ? wanted[position] : 0
            if have != want {
                isAtLeast = have > want
                break
            }
        }
        return sign == ">=" ? isAtLeast : !isAtLeast
    }
}
