import LessonModel

/// Help, from the tables of verbs and flags.
enum Help {
    static let version = "0.1.0"

    static func text(for verb: Verb?) -> String {
        var text = ""
        if let verb {
            text += "learn \(verb.rawValue): \(verb.help)\n\n"
            text += "usage: learn \(verb.rawValue) [FLAGS]\(verb.operands)\n\n"
            text += verb == .run || verb == .step || verb == .quiz ? lessons : ""
        } else {
            text += "learn: lessons about neural networks, run step by step\n\nusage:\n"
            for verb in Verb.allCases {
                text += column("  learn \(verb.rawValue)\(verb.operands)", verb.help)
            }
            text += "\n" + lessons
        }
        text += "flags:\n"
        for flag in Flag.all where verb == nil || flag.belongs(to: verb) {
            var name = flag.letter.map { "  -\($0), --\(flag.name)" } ?? "      --\(flag.name)"
            if let placeholder = flag.placeholder { name += " " + placeholder }
            text += column(name, flag.help)
        }
        return text + "\n" + exits
    }

    /// What `learn help TOPIC` shows.
    static func text(on topic: Argument?) throws(CommandError) -> String {
        guard let topic else { return text(for: nil) }
        if topic.text == "authoring" { return AuthorGuide.text }
        if let verb = Verb(rawValue: topic.text) { return text(for: verb) }
        let topics = Verb.allCases.map(\.rawValue) + ["authoring"]
        let nearest = Spelling.nearest(to: topic.text, among: topics)
        let hint = nearest.map { "did you mean `learn help \($0)`?" } ?? "there are " + topics.joined(separator: ", ")
        throw .usage("there is no help on `\(topic.shown)`; \(hint)")
    }

    private static let lessons = """
        LESSON is a Markdown file, `-` for standard input, or a lesson that comes with learn, by its file name, its
        number or a word of its title. A file on disk comes first. A file that ends in .swift is run as a program.


        """

    private static let exits = """
        exit codes: 0 fine, 1 a cell or check failed, 2 the lesson cannot be read, 64 wrong usage, 70 a fault of
        learn's own, 74 the results cannot be written, 130 interrupted

        """

    private static func column(_ left: String, _ right: String) -> String {
        let width = 34
        if left.count + 2 > width { return left + "\n" + String(repeating: " ", count: width) + right + "\n" }
        return left + String(repeating: " ", count: width - left.count) + right + "\n"
    }

    static let licences = """
        learn is made of
          cmark                 reads Markdown; John MacFarlane and others, BSD 2-clause and MIT licences
          Swift's runtime       Apple Inc. and the Swift project authors, Apache License 2.0 with Runtime Library
                                Exception

        the lessons' data are
          digits.csv            handwritten digits; E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten
                                Digits, UCI Machine Learning Repository, CC BY 4.0
          iris.csv              irises; R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0
          karate.csv, karate-clubs.csv
                                ties in a club; W. W. Zachary, An Information Flow Model for Conflict and Fission in
                                Small Groups, 1977

        """
}
