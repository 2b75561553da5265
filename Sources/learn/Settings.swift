import Notebook
import Terminal

/// What a command is to do.
enum Verb: String, CaseIterable {
    case run, step, list

    var help: String {
        switch self {
        case .run: "run a lesson, or a Swift program, and show what it gives"
        case .step: "walk through a lesson's cells step by step, forward and back"
        case .list: "list the lessons that come with learn"
        }
    }

    /// What stands behind the verb, in a usage line.
    var operands: String { self == .list ? "" : " LESSON" }
}

enum OutputFormat: String, CaseIterable { case text, json }

/// What the flags of a command line say.
struct Settings: Equatable {
    var cell: String?
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
    var output: Argument?
    var color = ColorChoice.auto
    var isQuiet = false
    var wantsHelp = false
    var wantsVersion = false
    var wantsLicences = false
}
