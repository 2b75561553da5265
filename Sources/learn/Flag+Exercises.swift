/// Flags of the commands around exercises.
extension Flag {
    static let exercise = Flag(
        name: "exercise", letter: "e", placeholder: "ID", help: "only the exercise ID; with run, up to its cell",
        verbs: [.check, .run],
        apply: { settings, value in
            settings.exercise = value.text
            return !value.bytes.isEmpty
        }, expectation: "the name of an exercise", taken: [("one-step", { $0.exercise == "one-step" })], refused: [""])

    static let lesson = Flag(
        name: "lesson", placeholder: "LESSON",
        help: "the lesson whose checks grade the files; with new, the lesson to copy", verbs: [.check, .new],
        apply: { settings, value in
            settings.lesson = value
            return !value.bytes.isEmpty
        }, expectation: "a lesson", taken: [("lesson3.md", { $0.lesson == Argument("lesson3.md") })], refused: [""])

    static let watch = Flag(
        name: "watch", help: "run the lesson again whenever its file is saved, until Ctrl-C", verbs: [.run],
        apply: { settings, _ in
            settings.isWatching = true
            return true
        }, taken: [("", { $0.isWatching })])

    static let hint = Flag(
        name: "hint", help: "show the next hint of each exercise that is not right yet", verbs: [.check],
        apply: { settings, _ in
            settings.wantsHint = true
            return true
        }, taken: [("", { $0.wantsHint })])

    static let solution = Flag(
        name: "solution", help: "show the solution of what you have tried", verbs: [.check],
        apply: { settings, _ in
            settings.wantsSolution = true
            return true
        }, taken: [("", { $0.wantsSolution })])
}
