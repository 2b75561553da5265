import LessonModel

/// A command line, read.
struct Invocation: Equatable {
    var verb: Verb?
    var settings = Settings()
    var operands: [Argument] = []
}

/// Reads a command line by the table of flags: `--name VALUE`, `--name=VALUE`, `-o VALUE`, `-oVALUE`, `-q`; behind
/// `--` everything is an operand, and so is `-` itself.
struct CommandLineParser {
    private var words: [Argument]
    private var next = 0
    private var result = Invocation()
    private var given: [Flag] = []

    static func parse(_ words: [Argument]) throws(CommandError) -> Invocation {
        var parser = CommandLineParser(words: words)
        return try parser.run()
    }

    private init(words: [Argument]) { self.words = words }

    private mutating func run() throws(CommandError) -> Invocation {
        var areFlagsOver = false
        while next < words.count {
            let word = words[next]
            next += 1
            if areFlagsOver || word.bytes.first != UInt8(ascii: "-") || word.bytes.count == 1 {
                try take(operand: word)
            } else if word.bytes == Array("--".utf8) {
                areFlagsOver = true
            } else if word.bytes[1] == UInt8(ascii: "-") {
                try take(long: word)
            } else {
                try take(short: word)
            }
        }
        if result.settings.wantsHelp || result.settings.wantsVersion { return result }
        for flag in given where !flag.belongs(to: result.verb) {
            throw .usage("`--\(flag.name)` belongs to `learn \(flag.verbs[0].rawValue)`")
        }
        if result.settings.wantsLicences { throw .usage("`--licences` stands beside `--version`") }
        return result
    }

    private mutating func take(operand word: Argument) throws(CommandError) {
        if result.verb != nil {
            result.operands.append(word)
            return
        }
        if let verb = Verb(rawValue: word.text) {
            result.verb = verb
            return
        }
        let verbs = Verb.allCases.map(\.rawValue)
        if let nearest = Spelling.nearest(to: word.text, among: verbs) {
            throw .usage("there is no command `\(word.shown)`; did you mean `learn \(nearest)`?")
        }
        let looksLikeLesson = word.text.hasSuffix(".md") || word.text.hasSuffix(".swift") || word.text == "-"
        let hint = looksLikeLesson ? "did you mean `learn run \(word.shown)`?" : "see `learn --help`"
        throw .usage("there is no command `\(word.shown)`; \(hint)")
    }

    private mutating func take(long word: Argument) throws(CommandError) {
        let body = word.bytes.dropFirst(2)
        let end = body.firstIndex(of: UInt8(ascii: "=")) ?? body.endIndex
        let name = String(decoding: body[..<end], as: UTF8.self)
        guard let flag = Flag.all.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, among: Flag.all.map(\.name))
            let hint = nearest.map { "did you mean `--\($0)`?" } ?? "see `learn --help`"
            throw .usage("there is no flag `--\(Argument.escaped(name))`; \(hint)")
        }
        let value = end < body.endIndex ? Argument([UInt8](body[(end + 1)...])) : nil
        try take(flag, written: "--\(name)", value: value)
    }

    private mutating func take(short word: Argument) throws(CommandError) {
        var place = 1
        while place < word.bytes.count {
            let letter = Character(Unicode.Scalar(word.bytes[place]))
            place += 1
            guard let flag = Flag.all.first(where: { $0.letter == letter }) else {
                throw .usage("there is no flag `-\(Argument.escaped(String(letter)))`; see `learn --help`")
            }
            let rest = flag.takesValue && place < word.bytes.count ? Argument([UInt8](word.bytes[place...])) : nil
            try take(flag, written: "-\(letter)", value: rest)
            if flag.takesValue { return }
        }
    }

    private mutating func take(_ flag: Flag, written: String, value: Argument?) throws(CommandError) {
        given.append(flag)
        var value = value
        if !flag.takesValue, value != nil { throw .usage("`\(written)` takes no value") }
        if flag.takesValue, value == nil {
            guard next < words.count else { throw .usage("`\(written)` needs \(flag.expectation)") }
            value = words[next]
            next += 1
        }
        guard flag.apply(&result.settings, value ?? Argument("")) else {
            throw .usage("`\(written)` needs \(flag.expectation), not `\((value ?? Argument("")).shown)`")
        }
    }
}
