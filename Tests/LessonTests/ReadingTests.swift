import LessonModel
import Testing

/// Every lesson is read without a complaint and has what a lesson needs.
struct ReadingTests {
    @Test(arguments: Lessons.names)
    func noDiagnostics(_ name: String) throws {
        let (document, diagnostics) = try Lessons.read(name)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        #expect(!document.frontMatter.title.isEmpty && !document.frontMatter.summary.isEmpty)
        #expect(document.frontMatter.objectives.count >= 3)
        #expect(document.expressions.count >= 10)
    }

    @Test(arguments: Lessons.names)
    func quizzesGiveReasons(_ name: String) throws {
        let quizzes = try Lessons.read(name).document.quizzes
        #expect(quizzes.count >= 4)
        for quiz in quizzes {
            #expect(quiz.choices.count >= 3, "\(quiz.id)")
            #expect(quiz.choices.allSatisfy { !$0.reason.isEmpty }, "\(quiz.id)")
        }
    }

    @Test(arguments: Lessons.names)
    func exercisesAreComplete(_ name: String) throws {
        let document = try Lessons.read(name).document
        #expect(document.exercises.count >= 3)
        for id in document.exercises {
            let checks = document.cells(.check(id))
            #expect(checks.contains { $0.options.hidden } && checks.contains { !$0.options.hidden }, "\(id)")
            #expect(document.cells(.solution(id)).count == 1, "\(id)")
            #expect(document.hintCount(for: id) >= 2, "\(id)")
            #expect(document.cells(.exercise(id)).first?.options.points != nil, "\(id)")
        }
    }

    @Test(arguments: Lessons.names)
    func wordsBetweenThingsToDo(_ name: String) throws {
        let document = try Lessons.read(name).document
        var words = 0
        var longest = (words: 0, line: 0)
        for block in document.blocks {
            switch block.kind {
            case .cell, .quiz, .hint: words = 0
            default: words += Words.count(block)
            }
            if words > longest.words { longest = (words, block.firstLine) }
        }
        #expect(longest.words <= 125, "\(longest.words) words before something to do, line \(longest.line)")
        #expect(Words.count(document) <= 2500)
    }

    /// A terminal of 80 columns shows code behind its line numbers.
    @Test(arguments: Lessons.names)
    func codeFitsTerminal(_ name: String) throws {
        for cell in try Lessons.read(name).document.cells {
            if case .check = cell.kind { continue }
            for (offset, line) in cell.source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                #expect(line.count <= 72, "line \(cell.firstLine + offset)")
            }
        }
    }
}

/// Words of prose: neither code nor formulas.
enum Words {
    static func count(_ document: Document) -> Int {
        var total = 0
        document.visit { block in
            for run in block.inlineRuns { total += count(run) }
        }
        return total
    }

    static func count(_ block: Block) -> Int {
        var total = 0
        for run in block.inlineRuns { total += count(run) }
        for inner in block.children {
            for block in inner { total += count(block) }
        }
        return total
    }

    private static func count(_ inlines: [Inline]) -> Int {
        var total = 0
        for inline in inlines {
            switch inline {
            case .text(let text): total += text.split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }.count
            case .emphasis(let inner), .strong(let inner): total += count(inner)
            case .link(let link): total += count(link.inlines)
            case .expression, .code: total += 1
            default: break
            }
        }
        return total
    }
}
