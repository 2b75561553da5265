import Notebook
import Terminal

/// What a command is to do.
enum Verb: String, CaseIterable {
    case run, list

    var help: String {
        switch self {
        case .run: "run a lesson, or a Swift program, and show what it gives"
        case .list: "list the lessons that come with learn"
        }
    }

    /// What stands behind the verb, in a usage line.
    var operands: String { self == .run ? " LESSON" : "" }
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
    var page: Argument?
    var output: Argument?
    var color = ColorChoice.auto
    var isQuiet = false
    var wantsHelp = false
    var wantsVersion = false
    var wantsLicences = false
}
