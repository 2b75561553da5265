import Notebook
import Terminal

/// A flag is one record: how it is written, what help says of it, how its value is read, and what tests try on it.
struct Flag: Sendable {
    let name: String
    var letter: Character?
    /// What stands for the value in help; nil for a flag without one.
    var placeholder: String?
    let help: String
    /// The verbs that take it; empty for all, and for no verb at all.
    var verbs: [Verb] = []
    /// Takes the value into the settings; gives false for one that it does not understand.
    let apply: @Sendable (inout Settings, Argument) -> Bool
    /// What the value has to be, for the message about another.
    var expectation = ""
    /// For tests: values that are taken and what they set, and values that are refused.
    let taken: [(value: String, isSet: @Sendable (Settings) -> Bool)]
    var refused: [String] = []

    var takesValue: Bool { placeholder != nil }
    func belongs(to verb: Verb?) -> Bool { verbs.isEmpty || verb.map { verbs.contains($0) } ?? false }
}

extension Flag {
    static let all: [Flag] = [
        cell, exercise, step, linear, watch, lesson, hint, solution, seed, budget, trace, failFast, format, html,
        single,
        noSolutions, output, color, quiet, help, version, licences,
    ]

    static let cell = Flag(
        name: "cell", placeholder: "LABEL", help: "run up to the cell LABEL and show that cell; with step, begin there",
        verbs: [.run, .step],
        apply: { settings, value in
            settings.cell = value.text
            return !value.bytes.isEmpty
        }, expectation: "the label of a cell",
        taken: [("one", { $0.cell == "one" }), ("cell-3", { $0.cell == "cell-3" })], refused: [""])

    static let step = Flag(
        name: "step", help: "walk through the lesson, as `learn step` does", verbs: [.run],
        apply: { settings, _ in
            settings.isStepping = true
            return true
        }, taken: [("", { $0.isStepping })])

    static let linear = Flag(
        name: "linear", help: "walk sentence by sentence, without drawing: for screen readers and pipes",
        verbs: [.run, .step],
        apply: { settings, _ in
            settings.isLinear = true
            return true
        }, taken: [("", { $0.isLinear })])

    static let seed = Flag(
        name: "seed", placeholder: "N", help: "begin the random numbers at N instead of the lesson's own seed",
        verbs: [.run, .step, .export],
        apply: { settings, value in
            settings.seed = decimal(value)
            return settings.seed != nil
        }, expectation: "a whole number from 0 up",
        taken: [("0", { $0.seed == 0 }), ("18446744073709551615", { $0.seed == .max })],
        refused: ["", "-1", "1.5", "+7", "18446744073709551616", "seven"])

    static let budget = Flag(
        name: "budget", placeholder: "STEPS", help: "the most steps of a cell that sets no budget itself",
        verbs: [.run, .step, .check, .export],
        apply: { settings, value in
            settings.budget = decimal(value).flatMap { $0 > 0 ? Int64(exactly: $0) : nil }
            return settings.budget != nil
        }, expectation: "a whole number above 0",
        taken: [("1", { $0.budget == 1 }), ("9223372036854775807", { $0.budget == .max })],
        refused: ["", "0", "-5", "1e6", "9223372036854775808"])

    static let trace = Flag(
        name: "trace", placeholder: "auto|all|marked|none",
        help: "record the passes of small networks (auto), of all, of cells that ask, or none", verbs: [.run],
        apply: { settings, value in
            guard let mode = TraceMode(rawValue: value.text) else { return false }
            settings.trace = mode
            return true
        }, expectation: "auto, all, marked or none",
        taken: [("all", { $0.trace == .all }), ("marked", { $0.trace == .marked }), ("none", { $0.trace == .none })],
        refused: ["", "All", "some"])

    static let failFast = Flag(
        name: "fail-fast", help: "stop at the first cell that fails", verbs: [.run],
        apply: { settings, _ in
            settings.isFailFast = true
            return true
        }, taken: [("", { $0.isFailFast })])

    static let format = Flag(
        name: "format", placeholder: "FORMAT",
        help: "text, or all there is as json; with export, swift for a package of programs",
        verbs: [.run, .step, .check, .export],
        apply: { settings, value in
            guard let format = OutputFormat(rawValue: value.text) else { return false }
            settings.format = format
            settings.isFormatGiven = true
            return true
        }, expectation: "text, json or swift",
        taken: [("json", { $0.format == .json }), ("text", { $0.format == .text })], refused: ["", "JSON", "html"])

    static let html = Flag(
        name: "html", placeholder: "FILE", help: "write the lesson as a page that needs nothing else", verbs: [.run],
        apply: { settings, value in
            settings.page = value
            return !value.bytes.isEmpty
        }, expectation: "the name of a file",
        taken: [("a b.html", { $0.page == Argument("a b.html") })], refused: [""])

    static let single = Flag(
        name: "single", placeholder: "FILE", help: "write all lessons as one page", verbs: [.export],
        apply: { settings, value in
            settings.single = value
            return !value.bytes.isEmpty
        }, expectation: "the name of a file",
        taken: [("all.html", { $0.single == Argument("all.html") })], refused: [""])

    static let noSolutions = Flag(
        name: "no-solutions", help: "leave the solutions of exercises out", verbs: [.export],
        apply: { settings, _ in
            settings.hidesSolutions = true
            return true
        }, taken: [("", { $0.hidesSolutions })])

    static let output = Flag(
        name: "output", letter: "o", placeholder: "FILE",
        help: "write to FILE instead of standard output; export: to that folder", verbs: [.run, .step, .export],
        apply: { settings, value in
            settings.output = value
            return !value.bytes.isEmpty
        }, expectation: "the name of a file",
        taken: [("out.txt", { $0.output == Argument("out.txt") })], refused: [""])

    static let color = Flag(
        name: "color", placeholder: "auto|always|never", help: "colour: on a terminal (auto), always, or never",
        apply: { settings, value in
            guard let choice = ColorChoice(rawValue: value.text) else { return false }
            settings.color = choice
            return true
        }, expectation: "auto, always or never",
        taken: [("always", { $0.color == .always }), ("never", { $0.color == .never })], refused: ["", "yes"])

    static let quiet = Flag(
        name: "quiet", letter: "q", help: "show nothing but what failed", verbs: [.run, .check, .export, .new],
        apply: { settings, _ in
            settings.isQuiet = true
            return true
        }, taken: [("", { $0.isQuiet })])

    static let help = Flag(
        name: "help", letter: "h", help: "show this help",
        apply: { settings, _ in
            settings.wantsHelp = true
            return true
        }, taken: [("", { $0.wantsHelp })])

    static let version = Flag(
        name: "version", help: "show the version; with --licences what learn is made of",
        apply: { settings, _ in
            settings.wantsVersion = true
            return true
        }, taken: [("", { $0.wantsVersion })])

    static let licences = Flag(
        name: "licences", help: "with --version: licences, and where the data come from",
        apply: { settings, _ in
            settings.wantsLicences = true
            return true
        }, taken: [("", { $0.wantsLicences })])

    /// Digits alone: `UInt64` would also take a plus sign.
    private static func decimal(_ value: Argument) -> UInt64? {
        for byte in value.bytes where byte < 0x30 || byte > 0x39 { return nil }
        return UInt64(value.text)
    }
}
