import LessonModel
import LessonReader
import Testing

@testable import Notebook

/// Students' answers to a small lesson, right and wrong and hostile.
struct CheckingTests {
    static let lesson = """
        # Halves

        ```swift
        let four = 4.0
        var counter = 0
        ```

        ```swift
        //| exercise: half
        //| points: 2
        func half(_ x: Double) -> Double {
            // YOUR CODE HERE
        }
        ```

        ```hint half
        Divide.
        ```

        ```swift
        //| check: half
        expect(half(four), near: 2, "half of four")
        ```

        ```swift
        //| check: half
        //| hidden: true
        expect(half(1234.5), near: 617.25, "a secret number")
        expect(exp(half(0)), near: 1, "another secret")
        ```

        ```swift
        //| solution: half
        func half(_ x: Double) -> Double { x / 2 }
        ```

        ```swift
        print(half(10))
        ```

        ```swift
        //| exercise: evens
        func evens(_ numbers: [Int]) -> [Int] {
            // YOUR CODE HERE
        }
        ```

        ```swift
        //| check: evens
        //| points: 1
        expect(evens([1, 2, 3, 4]), equals: [2, 4], "two of four")
        ```

        ```swift
        //| check: evens
        //| points: 3
        //| hidden: true
        expect(evens([]).count, equals: 0)
        expect(evens([-2]), equals: [-2])
        ```

        ```swift
        //| solution: evens
        func evens(_ numbers: [Int]) -> [Int] { numbers.filter { $0 % 2 == 0 } }
        ```

        """

    static let rightHalf = "func half(_ x: Double) -> Double { x / 2 }"
    static let rightEvens = "func evens(_ numbers: [Int]) -> [Int] { numbers.filter { $0 % 2 == 0 } }"

    static func read(_ text: String, _ name: String) -> Document {
        LessonReader.read(bytes: Array(text.utf8), fileName: name).document
    }

    static func copy(half: String, evens: String = rightEvens) -> Document {
        read("```swift\n//| exercise: half\n\(half)\n```\n```swift\n//| exercise: evens\n\(evens)\n```\n", "anna.md")
    }

    private func check(half: String, evens: String = rightEvens) -> CheckResult {
        LessonChecker(Self.read(Self.lesson, "halves.md")).check(Self.copy(half: half, evens: evens))
    }

    @Test func right() {
        let result = check(half: Self.rightHalf)
        #expect(result.status == .pass && result.score == 6 && result.maximum == 6)
        #expect(result.exercises.map { $0.status } == [.pass, .pass])
    }

    @Test func wrongValuesAreShown() throws {
        let result = check(half: "func half(_ x: Double) -> Double { x }")
        let exercise = result.exercises[0]
        #expect(result.status == .fail && exercise.status == .fail && exercise.score == 0)
        let expectation = try #require(exercise.tests[0].expectations.first)
        #expect(expectation.message == "half of four" && expectation.line == 22)
        #expect(expectation.expected == "2.0" && expectation.found == "4.0")
        // One wrong answer spoils no other.
        #expect(result.exercises[1].status == .pass)
    }

    /// All checks of an exercise must hold, unless they say what each is worth.
    @Test func points() {
        let copied = check(
            half: "func half(_ x: Double) -> Double { 2 }", evens: "func evens(_ n: [Int]) -> [Int] { [2, 4] }")
        #expect(copied.exercises[0].score == 0 && copied.exercises[0].maximum == 2)
        #expect(copied.exercises[0].message == "it holds for the values that you can see, and not for others")
        #expect(copied.exercises[1].score == 1 && copied.exercises[1].maximum == 4)
    }

    @Test func causes() {
        let process = checkProcess("slope", "func slope(_ x: Double) -> Double { -3 * x * x }")
        #expect(process?.message.contains("opposite sign") == true)
    }

    @Test func untouchedAndMissing() {
        let checker = LessonChecker(Self.read(Self.lesson, "halves.md"))
        let untouched = checker.check(Self.read(Self.lesson, "anna.md"))
        #expect(untouched.exercises.map { $0.status } == [.todo, .todo])
        #expect(untouched.status == .fail && untouched.score == 0 && untouched.maximum == 6)
        let empty = checker.check(Self.read("", "empty.md"))
        #expect(
            empty.status == .error && empty.maximum == 6 && empty.exercises.map { $0.status } == [.missing, .missing])
        let blank = check(half: "func half(_ x: Double) -> Double { x / ___ }")
        #expect(blank.exercises[0].status == .todo && blank.exercises[0].message.contains("blank"))
    }

    /// HOSTILE 43: what a student redefines changes no verdict, for better or worse.
    @Test(arguments: [
        "func expect(_ a: Double, near b: Double, tolerance: Double = 1, _ message: String = \"\") {}",
        "func expect(_ a: [Int], equals b: [Int], _ message: String = \"\") {}",
        "func == (a: Double, b: Double) -> Bool { true }", "func <= (a: Double, b: Double) -> Bool { true }",
        "extension Double { var magnitude: Double { 0 } }",
        "extension Double { static func == (a: Double, b: Double) -> Bool { true } }",
        "extension Double { static func - (a: Double, b: Double) -> Double { 0 } }",
        "func exp(_ x: Double) -> Double { 1 }", "func print(_ text: String) {}",
        "func _isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool { true }",
        "func _report(_ isMet: Bool, _ message: String, _ expected: String, _ actual: String) {}",
        "typealias Double = Float", "struct String {}", "infix operator / : AdditionPrecedence",
    ])
    func redefinitions(_ text: String) {
        let right = check(half: Self.rightHalf + "\n" + text)
        let wrong = check(half: "func half(_ x: Double) -> Double { x + 1 }\n" + text)
        #expect(wrong.exercises[0].status != .pass && wrong.exercises[0].score == 0)
        // What changes the answer's own types makes it another answer.
        if !text.hasPrefix("typealias") { #expect(right.exercises[0].status == .pass) }
        #expect(right.exercises[1].status == .pass && wrong.exercises[1].status == .pass)
    }

    /// What an answer says of itself is no check's word.
    @Test func ownExpectationsDoNotCount() {
        let result = check(
            half: "func half(_ x: Double) -> Double {\n    expect(1, equals: 1, \"fine\")\n    return 0\n}")
        #expect(result.exercises[0].status == .fail)
        #expect(result.exercises[0].tests[0].expectations.count == 1)
    }

    /// HOSTILE 44: nothing that is shown has a hidden check's words or values, however an answer tries to get at them.
    @Test(arguments: [
        "func half(_ x: Double) -> Double { print(\"got\", x); return 0 }",
        "func half(_ x: Double) -> Double { if x > 100 { fatalError(\"got \\(x)\") }; return x / 2 }",
        "func half(_ x: Double) -> Double { let a = [1]; return Double(a[Int(x)]) }",
        "func half(_ x: Double) -> Double { expect(x, near: -1, \"got \\(x)\"); return 0 }",
        "func half(_ x: Double, _ y: Double) -> Double { x }", "func half(_ x: Int) -> Int { x }",
        "var seen: [Double] = []\nfunc half(_ x: Double) -> Double { seen.append(x); print(seen); return 0 }",
        "func half(_ x: Double) -> Double { while x > 100 {}; return x / 2 }",
    ])
    func hiddenStaysHidden(_ half: String) {
        let evens = "func evens(_ n: [Int]) -> [Int] { print(counter); return n }"
        let result = check(half: half, evens: evens)
        #expect(result.exercises[0].status != .pass)
        let json = String(decoding: result.json { "\($0)" }, as: UTF8.self)
        for secret in ["1234", "617", "secret", "-2"] { #expect(!json.contains(secret), "\(secret)") }
    }

    @Test func trapsAndBudgets() throws {
        let trap = check(half: "func half(_ x: Double) -> Double {\n    Double([1][Int(x)])\n}").exercises[0]
        #expect(trap.status == .fail && trap.tests[0].status == .error)
        #expect(trap.tests[0].expectations.map { $0.status } == [.error])
        #expect(trap.tests[0].diagnostics.first?.file == "anna.md" && trap.tests[0].diagnostics.first?.line == 4)
        #expect(trap.tests[1].message == "your code was stopped on line 4")
        let endless = check(half: "func half(_ x: Double) -> Double {\n    while true {}\n}").exercises[0]
        let diagnostic = try #require(endless.tests[0].diagnostics.first)
        #expect(diagnostic.message == "stopped after 20,000,000 steps" && diagnostic.line == 4)
        let atTop = check(half: Self.rightHalf + "\nwhile true {}").exercises[0]
        #expect(atTop.status == .error && atTop.score == 0)
    }

    @Test func refusedAndRenamed() {
        let refused = check(half: "func half(_ x: Double) -> Double { x / two }").exercises[0]
        #expect(refused.status == .error && refused.diagnostics.first?.line == 3)
        let renamed = check(half: "func halve(_ x: Double) -> Double { x / 2 }").exercises[0]
        #expect(renamed.status == .error && renamed.message.contains("`half`"))
        let other = check(half: "func half(of x: Double) -> Double { x / 2 }").exercises[0]
        #expect(other.status == .fail && other.tests[0].message.contains("as you declare it"))
    }

    /// Checks, solutions and other cells of the file handed in are not looked at.
    @Test func onlyAnswersAreTaken() {
        let text = Self.lesson.replacing("expect(half(four), near: 2", with: "expectTrue(true)\n// ")
            .replacing("let four = 4.0", with: "let four = 0.0")
            .replacing("// YOUR CODE HERE\n}\n```\n\n```hint half", with: "0\n}\n```\n\n```hint half")
        let result = LessonChecker(Self.read(Self.lesson, "halves.md")).check(Self.read(text, "anna.md"))
        #expect(result.exercises[0].status == .fail)
        #expect(result.exercises[0].tests[0].expectations.first?.expected == "2.0")
        let helper = Self.read(
            "```swift\nfunc two() -> Double { 2 }\n```\n```swift\n//| exercise: half\n"
                + "func half(_ x: Double) -> Double { x / two() }\n```\n", "anna.md")
        let refused = LessonChecker(Self.read(Self.lesson, "halves.md")).check(helper)
        #expect(refused.exercises[0].diagnostics.first?.hint.contains("`two` on line 2") == true)
    }

    @Test func doubledExercisesCountOnce() {
        let stub = "```swift\n//| exercise: half\nfunc half(_ x: Double) -> Double {\n}\n```\n"
        let filled = "```swift\n//| exercise: half\n\(Self.rightHalf)\n```\n"
        let result = LessonChecker(Self.read(Self.lesson, "halves.md")).check(Self.read(stub + filled, "anna.md"))
        #expect(result.exercises[0].status == .pass && result.exercises[0].message.contains("more than once"))
    }

    @Test func sameBytesEveryTime() {
        let half = "func half(_ x: Double) -> Double { x * Double.random(in: 0...1) }"
        let first = check(half: half).json { "\($0)" }
        #expect(first == check(half: half).json { "\($0)" })
    }

    // MARK: The way to a result

    static let process = """
        ```swift
        func makeNetwork() -> Network {
            Network([Dense(weights: [[0.5, -0.25]], biases: [0.125], activation: .sigmoid)])
        }
        ```

        ```swift
        //| exercise: train-once
        func trainOnce(_ net: Network) {
            // YOUR CODE HERE
        }
        ```

        ```swift
        //| check: train-once
        let net = makeNetwork()
        let log = watch(net)
        trainOnce(net)
        expect(log.kinds, equals: ["forward", "loss", "backward", "update"], "in this order")
        let update = log.steps[3]
        let gradient = log.steps[2].gradient
        for i in 0..<3 {
            expect(update.after[i], near: update.before[i] - 0.5 * gradient[i], "against the slope")
        }
        expect(update.rate, near: 0.5)
        ```

        ```swift
        //| solution: train-once
        func trainOnce(_ net: Network) {
            _ = net.forward([1.0, 2.0])
            _ = net.loss([1.0])
            net.backward()
            net.update(SGD(learningRate: 0.5))
        }
        ```

        ```swift
        //| exercise: slope
        func slope(_ x: Double) -> Double {
            // YOUR CODE HERE
        }
        ```

        ```swift
        //| check: slope
        expectGradient(slope(3), of: { $0 * $0 * $0 }, at: 3, "the slope of x³")
        expectGradient([slope(1), slope(2)], of: { x in x[0] * x[0] * x[0] + x[1] * x[1] * x[1] }, at: [1, 2])
        ```

        ```swift
        //| solution: slope
        func slope(_ x: Double) -> Double { 3 * x * x }
        ```

        """

    private func checkProcess(_ exercise: String, _ code: String) -> CheckedExercise? {
        let text = "```swift\n//| exercise: \(exercise)\n\(code)\n```\n"
        return LessonChecker(Self.read(Self.process, "way.md")).check(Self.read(text, "anna.md")).exercises
            .first { $0.id == exercise }
    }

    @Test func checksOnTheProcess() throws {
        let checker = LessonChecker(Self.read(Self.process, "way.md"))
        let solved = checker.checkSolutions()
        #expect(solved.exercises.map { $0.status } == [.pass, .pass], "\(solved)")
        let step = "func trainOnce(_ net: Network) {\n    _ = net.forward([1.0, 2.0])\n    _ = net.loss([1.0])\n"
        let uphill = checkProcess("train-once", step + "    net.backward()\n    net.update(SGD(learningRate: -0.5))\n}")
        #expect(uphill?.status == .fail)
        let first = try #require(uphill?.tests.first)
        #expect(first.expectations.map { $0.status } == [.pass, .fail, .fail, .fail, .fail])
        // The forward pass is made once more before the slopes are taken.
        let twice = checkProcess(
            "train-once",
            step + "    _ = net.forward([1.0, 2.0])\n    _ = net.loss([1.0])\n    net.backward()\n"
                + "    net.update(SGD(learningRate: 0.5))\n}")
        let order = try #require(twice?.tests.first?.expectations.first)
        #expect(order.status == .fail && order.found.contains("forward"))
    }

    @Test func gradients() throws {
        let wrong = checkProcess("slope", "func slope(_ x: Double) -> Double { 2 * x * x }")
        let expectation = try #require(wrong?.tests.first?.expectations.first)
        #expect(expectation.status == .fail && expectation.expected == "27.0" && expectation.found == "18.0")
        #expect(wrong?.tests.first?.expectations.last?.expected == "[3.0, 12.0]")
    }

    @Test func solutionsPassAndStubsFail() {
        let checker = LessonChecker(Self.read(Self.lesson, "halves.md"))
        #expect(checker.checkSolutions().exercises.map { $0.status } == [.pass, .pass])
        #expect(checker.checkStubs().exercises.map { $0.status } == [.error, .error])
    }
}
