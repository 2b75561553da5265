import Notebook
import Terminal

/// What a command is to do.
enum Verb: String, CaseIterable {
    case run, step, quiz, check, export, new, list, help, completions

    var help: String {
        switch self {
        case .run: "run a lesson, or a Swift program, and show what it gives"
        case .step: "walk through a lesson's cells step by step, forward and back"
        case .quiz: "answer a lesson's questions and predictions"
        case .check: "grade the exercises of your copy of a lesson, or of many copies"
        case .export: "make pages of a folder of lessons, or of those that come with learn"
        case .new: "write a lesson to begin with, or with --lesson your copy of one"
        case .list: "list the lessons that come with learn, and how far you are"
        case .help: "show help: of a command, or on authoring"
        case .completions: "write completions for a shell"
        }
    }

    /// What stands behind the verb, in a usage line.
    var operands: String {
        switch self {
        case .run, .step, .quiz: " LESSON"
        case .check: " FILE..."
        case .export: " [FOLDER]"
        case .new: " FILE"
        case .list: ""
        case .help: " [TOPIC]"
        case .completions: " bash|zsh|fish"
        }
    }
}

enum OutputFormat: String, CaseIterable { case text, json, swift }

/// What the flags of a command line say.
struct Settings: Equatable {
    var cell: String?
    var exercise: String?
    /// Whose checks grade a file; nil finds the lesson that it is a copy of.
    var lesson: Argument?
    var isWatching = false
    var wantsHint = false
    var wantsSolution = false
    var seed: UInt64?
    var budget: Int64?
    var trace = TraceMode.auto
    var isFailFast = false
    var format = OutputFormat.text
    /// Whether `--format` was there.
    var isFormatGiven = false
    /// Whether `run` is to walk instead.
    var isStepping = false
    var isLinear = false
    var page: Argument?
    var single: Argument?
    var hidesSolutions = false
    var output: Argument?
    var color = ColorChoice.auto
    var isQuiet = false
    var wantsHelp = false
    var wantsVersion = false
    var wantsLicences = false
}
