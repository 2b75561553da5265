/// What grading one student's file gave: plain values that terminal text and JSON are views of.
///
/// What a hidden check tests is not in here, so that no view can show it.
public struct CheckResult: Sendable {
    /// The version of the JSON layout; a reader refuses a number above its own.
    public static let schemaVersion = 1

    /// The student's file.
    public var file: String
    /// The lesson whose checks were run.
    public var lesson: String
    public var title: String
    /// One for each exercise of the lesson, in its order.
    public var exercises: [CheckedExercise]
    /// What is wrong with the file as a whole: it cannot be read, or has none of the exercises.
    public var problem: String
    /// What reading the file complained of.
    public var diagnostics: [RecordedDiagnostic]

    public init(
        file: String, lesson: String, title: String, exercises: [CheckedExercise] = [], problem: String = "",
        diagnostics: [RecordedDiagnostic] = []
    ) {
        self.file = file
        self.lesson = lesson
        self.title = title
        self.exercises = exercises
        self.problem = problem
        self.diagnostics = diagnostics
    }

    public var score: Double { exercises.reduce(0) { $0 + $1.score } }
    public var maximum: Double { exercises.reduce(0) { $0 + $1.maximum } }

    public var status: CheckStatus {
        if !problem.isEmpty { return .error }
        var worst = CheckStatus.pass
        for exercise in exercises where exercise.status != .pass {
            if exercise.status == .error { return .error }
            worst = .fail
        }
        return worst
    }
}

/// How a check, an exercise or a whole file stands.
public enum CheckStatus: String, Sendable, Equatable {
    case pass, fail
    /// It could not be tried to its end: refused, stopped, or not to be read.
    case error
    /// The stub as it was handed out.
    case todo
    /// The file has no such exercise.
    case missing
    /// Not tried, since an earlier check of the exercise was stopped.
    case skipped
}

/// An exercise as a student left it.
public struct CheckedExercise: Sendable {
    public var id: String
    public var status: CheckStatus
    public var maximum: Double
    /// The line of the student's file where their code begins; 0 where it has none.
    public var line: Int
    /// One sentence, where the checks do not say all.
    public var message: String
    /// What is wrong with the code itself, located in the student's file.
    public var diagnostics: [RecordedDiagnostic]
    public var tests: [CheckedTest]
    /// How many hints the lesson has.
    public var hintCount: Int

    public init(
        id: String, status: CheckStatus, maximum: Double, line: Int = 0, message: String = "",
        diagnostics: [RecordedDiagnostic] = [], tests: [CheckedTest] = [], hintCount: Int = 0
    ) {
        self.id = id
        self.status = status
        self.maximum = maximum
        self.line = line
        self.message = message
        self.diagnostics = diagnostics
        self.tests = tests
        self.hintCount = hintCount
    }

    public var score: Double { tests.reduce(0) { $0 + $1.score } }
}

/// A check cell of the lesson, tried on a student's code.
public struct CheckedTest: Sendable {
    public var name: String
    public var status: CheckStatus
    public var score: Double
    public var maximum: Double
    public var isHidden: Bool
    /// The line of the lesson; 0 for hidden checks.
    public var line: Int
    /// In one sentence what went wrong.
    public var message: String
    /// What the student's code printed meanwhile; empty for hidden checks.
    public var output: String
    /// Empty for hidden checks.
    public var expectations: [CheckedExpectation]
    /// Where the code was stopped, in the student's file.
    public var diagnostics: [RecordedDiagnostic]

    public init(
        name: String, status: CheckStatus, score: Double = 0, maximum: Double, isHidden: Bool, line: Int,
        message: String = "", output: String = "", expectations: [CheckedExpectation] = [],
        diagnostics: [RecordedDiagnostic] = []
    ) {
        self.name = name
        self.status = status
        self.score = score
        self.maximum = maximum
        self.isHidden = isHidden
        self.line = line
        self.message = message
        self.output = output
        self.expectations = expectations
        self.diagnostics = diagnostics
    }
}

/// One `expect` of a visible check.
public struct CheckedExpectation: Sendable, Equatable {
    public var status: CheckStatus
    /// The author's words.
    public var message: String
    /// As text; both are empty where a condition was tested.
    public var expected: String
    public var found: String
    /// The line of the lesson.
    public var line: Int
    /// Where the values part from those of the lesson's solution, and what might be the cause.
    public var notes: [String]

    public init(
        status: CheckStatus, message: String, expected: String = "", found: String = "", line: Int, notes: [String] = []
    ) {
        self.status = status
        self.message = message
        self.expected = expected
        self.found = found
        self.line = line
        self.notes = notes
    }
}
