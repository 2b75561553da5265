import Elementary

/// Compares a reader's guess with a value, and says how they differ: in sign, in size, or not at all.
struct PredictionReply {
    private(set) var verdict = "No."
    private(set) var sentence = ""
    private(set) var isRight = false

    /// Nil for a guess that is none: a word where a number is wanted.
    init?(guess: String, value: String) {
        let guess = Self.plain(guess)
        if let truth = Elementary.parseDouble(utf8: value.utf8), let said = Elementary.parseDouble(utf8: guess.utf8) {
            compare(said, truth, isWhole: Elementary.parseInt64(utf8: value.utf8) != nil)
        } else if let truth = Elementary.parseDouble(utf8: value.utf8) {
            guard let isNegative = Self.sign(guess) else { return nil }
            isRight = truth != 0 && (truth < 0) == isNegative
            sentence = "It is " + Numbers.short(truth) + "."
        } else if let truth = Self.truth(value) {
            guard Self.truth(guess) != nil else { return nil }
            isRight = Self.truth(guess) == truth
            sentence = "It is \(truth)."
        } else {
            isRight = guess == Self.plain(value)
            sentence = "It is " + SafeText.line(value) + "."
        }
        if isRight { verdict = "Right." }
    }

    private mutating func compare(_ said: Double, _ truth: Double, isWhole: Bool) {
        sentence = "It is " + Numbers.short(truth)
        if Numbers.short(said) == Numbers.short(truth) {
            isRight = true
        } else if isWhole {
            let gap = Numbers.short((said - truth).magnitude)
            sentence += ", " + gap + (said > truth ? " less" : " more") + " than you said"
        } else if truth != 0, (said - truth).magnitude <= 0.25 * truth.magnitude {
            isRight = true
            sentence += "; you were near"
        } else if said != 0, truth != 0, (said < 0) != (truth < 0) {
            sentence += ": the other sign. Which factors on the way are negative?"
        } else if said != 0, truth != 0 {
            let isLarger = truth.magnitude > said.magnitude
            sentence += ": the right sign, and " + Numbers.short(isLarger ? truth / said : said / truth)
            sentence += isLarger ? " times as large as you said" : " times smaller than you said"
        }
        sentence += sentence.utf8.last == 0x3F ? "" : "."
    }

    /// Without blanks around it, in lower case, with an ASCII minus.
    private static func plain(_ text: String) -> String {
        var plain: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2212: plain.append(0x2D)
            case 0x41...0x5A: plain.append(UInt8(scalar.value + 0x20))
            case 0...0x20: if !plain.isEmpty { plain.append(0x20) }
            default: plain += Array(String(Character(scalar)).utf8)
            }
        }
        while plain.last == 0x20 { plain.removeLast() }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Whether the guess says that the number is below 0; nil where it says nothing of it.
    private static func sign(_ text: String) -> Bool? {
        switch text {
        case "below", "below 0", "negative", "-", "< 0", "<0", "minus": true
        case "above", "above 0", "positive", "+", "> 0", ">0", "plus": false
        default: nil
        }
    }

    private static func truth(_ text: String) -> Bool? {
        switch text {
        case "true", "yes", "y", "t": true
        case "false", "no", "n", "f": false
        default: nil
        }
    }
}
