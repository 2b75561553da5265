import Foundation
import Testing

@testable import learn

/// Quizzes, progress, new lessons, help: the commands around a lesson.
struct LearnerTests {
    private let shell: Shell

    init() throws { shell = try Shell() }

    // MARK: Quizzes

    private static let quiz = """
        # Asking

        ```quiz one
        What is 1 + 1?
        - [ ] 11
          > That puts the digits side by side.
        - [x] 2
          > One more than one.
        ```

        Above or below 0?

        ```swift
        //| predict: value
        let value = -0.5 * 3
        ```

        ```swift
        //| predict: value < 0
        print(value)
        ```

        ```quiz many
        Which are even?
        - [x] 2
          > Twice one.
        - [ ] 3
          > One is left over.
        - [x] 4
          > Twice two.
        ```

        """

    private func answer(_ lines: [String]) throws -> Shell.Result {
        try shell.write(Self.quiz, "asking.md")
        try shell.write(lines.map { $0 + "\n" }.joined(), "answers")
        return try shell.run("learn quiz asking.md < answers")
    }

    @Test func everyChoiceHasItsReason() throws {
        let right = try answer(["b", "-1.5", "true", "a c"])
        #expect(right.status == 0 && right.errors == "")
        #expect(right.text.contains("Right. One more than one."))
        #expect(right.text.contains("Right. It is −1.5."))
        #expect(right.text.contains("Right. It is true."))
        #expect(right.text.hasSuffix("right at the first try: 2 of 2 questions, 2 of 2 predictions\n"))
        let wrong = try answer(["1", "4", "no", "ab"])
        #expect(wrong.text.contains("No. That puts the digits side by side."))
        #expect(!wrong.text.contains("One more than one."))
        #expect(wrong.text.contains("It is −1.5: the other sign."))
        #expect(wrong.text.contains("Not all of it. a: Twice one."))
        #expect(wrong.text.contains("b: One is left over.") && !wrong.text.contains("Twice two."))
        #expect(wrong.text.hasSuffix("0 of 2 questions, 0 of 2 predictions\n"))
    }

    @Test func guessesAndOddAnswers() throws {
        let near = try answer(["7", "-1.4"])
        #expect(near.text.contains("answer with a or b\n"))
        #expect(near.text.contains("Right. It is −1.5; you were near."))
        let sign = try answer(["", "below", "maybe", "q"])
        #expect(sign.text.contains("Right. It is −1.5."))
        #expect(sign.text.contains("answer with a number"))
        let size = try answer(["", "-6"])
        #expect(size.text.contains("the right sign, and 4 times smaller than you said"))
        #expect(!(try answer(["\u{1B}[31m"]).output.contains(0x1B)))
        let long = try shell.run("head -c 3000000 /dev/zero | learn quiz asking.md")
        #expect(long.status == 0 && long.output.count < 200_000)
    }

    /// A person at a terminal tries again, and is remembered; a file's answers are not.
    @Test func atATerminal() throws {
        let script = """
            printf 'a\\nb\\nq\\n' | script -qec "'\(Shell.learn)' quiz 3" /dev/null > /dev/null
            learn list | grep question; cat "$XDG_STATE_HOME/learn/progress"
            """
        let text = try shell.run(script).text
        #expect(text.contains("question lesson3.md which-way wrong\n"))
        _ = try shell.run("printf 'c\\n' | learn quiz 3")
        #expect(try shell.run("cat \"$XDG_STATE_HOME/learn/progress\"").text.contains("which-way wrong"))
    }

    // MARK: New lessons and copies

    @Test func aNewLessonRunsAndPassesItsChecks() throws {
        let new = try shell.run("learn new mine.md")
        #expect(new.status == 0 && new.errors == "")
        let run = try shell.run("learn run mine.md")
        #expect(run.status == 0 && run.errors == "")
        let check = try shell.run("learn check mine.md")
        #expect(check.status == 0 && check.text.contains("✓ add-up: the solution passes, the stub does not"))
        let again = try shell.run("learn new mine.md")
        #expect(again.status == 74 && again.errors == "learn: `mine.md` is there already\n")
        #expect(try shell.run("learn new - | cmp - mine.md").status == 0)
        let broken = try shell.run("sed -i 's/sum += w/sum -= w/' mine.md; learn check mine.md")
        #expect(broken.status == 1 && broken.text.contains("the solution does not pass"))
    }

    @Test func aCopyOfALesson() throws {
        let copy = try shell.run("learn new mine.md --lesson 3; learn check mine.md; learn run -q mine.md")
        #expect(copy.text.contains("0 of 8 points"))
        let text = try shell.read("mine.md")
        for secret in ["//| solution", "//| hidden"] { #expect(!text.contains(secret)) }
        #expect(text.contains("//| check: one-step") && text.contains("```hint one-step"))
        #expect(text.hasSuffix("Stepping against it goes downhill fastest, for a small step.\n"))
    }

    // MARK: Progress

    @Test func hintsComeOneByOne() throws {
        let hint = "learn check mine.md -e one-step --hint"
        let first = try shell.run("learn new -q mine.md --lesson 3; \(hint)")
        #expect(first.text.contains("hint 1 of 2") && !first.text.contains("hint 2 of 2"))
        #expect(try shell.run(hint).text.contains("hint 2 of 2"))
        #expect(try shell.run("learn check mine.md -e one-step --solution").text.contains("try it first"))
        let tried = "sed -i '/exercise: one-step/,/^}/s/.*YOUR CODE HERE/    weights/' mine.md"
        let solution = try shell.run("\(tried); learn check mine.md -e one-step --solution")
        #expect(solution.text.contains("result[i] -= rate * slopes[i]"))
    }

    @Test func progressSurvivesDamage() throws {
        let solve =
            "sed -i '/exercise: one-step/,/^}/s/.*YOUR CODE HERE/    zip(weights, slopes).map { $0 - rate * $1 }/'"
        let result = try shell.run("learn new -q mine.md --lesson 3; \(solve) mine.md; learn check mine.md; learn list")
        #expect(result.text.contains("1 of 4 exercises solved"))
        let file = shell.state.appendingPathComponent("learn/progress")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("exercise lesson3.md one-step passed\n"))
        var bytes = [UInt8](try Data(contentsOf: file))
        bytes = Array("\u{0}\u{FF} garbage\nexercise\n".utf8) + [0xFF, 0xFE, 0x0A] + bytes
        try Data(bytes).write(to: file)
        #expect(try shell.run("learn list").text.contains("1 of 4 exercises solved"))
        let odd = try shell.run("rm -r \"$XDG_STATE_HOME\"; mkdir -p \"$XDG_STATE_HOME/learn/progress\"; learn list")
        #expect(odd.status == 0 && odd.errors == "")
        let lost = try shell.run("XDG_STATE_HOME=/proc/none learn check mine.md; XDG_STATE_HOME= HOME= learn list")
        #expect(lost.errors == "")
    }

    // MARK: Help

    @Test func help() throws {
        #expect(try shell.run("learn help").text == Help.text(for: nil))
        #expect(try shell.run("learn help check").text == Help.text(for: .check))
        let guide = try shell.run("learn help authoring")
        #expect(guide.status == 0)
        for line in guide.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        let unknown = try shell.run("learn help chekc")
        #expect(unknown.status == 64 && unknown.errors.contains("did you mean `learn help check`?"))
    }

    @Test func completions() throws {
        let script = """
            learn completions bash > c; source ./c
            complete_ () { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _learn; echo ${COMPREPLY[@]}; }
            complete_ learn ch; complete_ learn check --so; complete_ learn run --color ''; complete_ learn list --see
            """
        #expect(try shell.run(script).text == "check\n--solution\nauto always never\n\n")
        for name in ["zsh", "fish"] {
            let text = try shell.run("learn completions \(name)").text
            for flag in Flag.all { #expect(text.contains(flag.name)) }
        }
        #expect(try shell.run("learn completions tcsh").status == 64)
    }
}
