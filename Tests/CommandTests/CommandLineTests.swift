import Testing

@testable import learn

struct CommandLineTests {
    private func parse(_ words: String...) throws -> Invocation {
        try CommandLineParser.parse(words.map { Argument($0) })
    }

    private func message(_ words: String...) -> String {
        do throws(CommandError) {
            return "read: \(try CommandLineParser.parse(words.map { Argument($0) }))"
        } catch {
            #expect(error.code == .usage)
            return error.message
        }
    }

    /// Every flag does what its record says, in each way of writing it.
    @Test func flagsOfTheTable() throws {
        for flag in Flag.all {
            let verb = flag.verbs.first ?? .run
            #expect(!flag.taken.isEmpty)
            for (value, isSet) in flag.taken {
                if !flag.takesValue {
                    let extra = flag.name == "licences" ? ["--version"] : []
                    let words = ([verb.rawValue, "--\(flag.name)"] + extra).map { Argument($0) }
                    #expect(isSet(try CommandLineParser.parse(words).settings))
                    continue
                }
                #expect(isSet(try parse(verb.rawValue, "--\(flag.name)", value).settings))
                #expect(isSet(try parse("--\(flag.name)=\(value)", verb.rawValue).settings))
                guard let letter = flag.letter else { continue }
                #expect(isSet(try parse(verb.rawValue, "-\(letter)", value).settings))
                #expect(isSet(try parse(verb.rawValue, "-\(letter)\(value)").settings))
            }
            for value in flag.refused {
                #expect(message(verb.rawValue, "--\(flag.name)=\(value)").contains("needs \(flag.expectation)"))
            }
            #expect(flag.takesValue || message(verb.rawValue, "--\(flag.name)=x") == "`--\(flag.name)` takes no value")
            #expect(Help.text(for: nil).contains("--\(flag.name)"))
            #expect(Help.text(for: verb).contains(flag.help))
        }
    }

    @Test func operands() throws {
        let invocation = try parse("run", "-q", "-", "--", "--cell", "-x")
        #expect(invocation.verb == .run)
        #expect(invocation.settings.isQuiet)
        #expect(invocation.operands.map(\.text) == ["-", "--cell", "-x"])
    }

    @Test func bytesOfFileNamesStay() throws {
        let name: [UInt8] = [0x2F, 0xFF, 0x1B, 0x0A]
        let invocation = try CommandLineParser.parse([Argument("run"), Argument("-o"), Argument(name)])
        #expect(invocation.settings.output?.bytes == name)
        #expect(Argument(name).shown == "/\u{FFFD}\\u{1b}\\u{a}")
    }

    @Test func mistakesAreNamed() {
        #expect(message("rnu", "x.md") == "there is no command `rnu`; did you mean `learn run`?")
        #expect(message("x.md") == "there is no command `x.md`; did you mean `learn run x.md`?")
        #expect(message("frobnicate") == "there is no command `frobnicate`; see `learn --help`")
        #expect(message("run", "--sede", "1") == "there is no flag `--sede`; did you mean `--seed`?")
        #expect(message("run", "--seed") == "`--seed` needs a whole number from 0 up")
        #expect(message("run", "--seed", "x\u{1B}[31m").hasSuffix("not `x\\u{1b}[31m`"))
        #expect(message("run", "-z") == "there is no flag `-z`; see `learn --help`")
        #expect(message("list", "--seed", "1") == "`--seed` belongs to `learn run`")
        #expect(message("run", "--licences") == "`--licences` stands beside `--version`")
    }
}
