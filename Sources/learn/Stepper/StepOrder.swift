import LessonModel

/// What the reader of a walk may ask for: a key on the screen, or a line in linear mode.
enum StepOrder: Equatable {
    case next, back, stepIn, backIn, out, goOn, reverse
    case nextCell, previousCell, first, last
    case print(String)
    case watch(String)
    case breakpoint(line: Int?, condition: String)
    case toLine(Int)
    case toStep(Int64)
    case toEpoch(Int)
    case toCell(String)
    case tryChange(String)
    case compare, leaveTrial
    case list, variables, help, quit
    case unknown(String)

    /// Reads a line: a letter, or a word, with what belongs to it.
    init(line: String) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
        guard let head = words.first else {
            self = .next
            return
        }
        let rest = words.count > 1 ? words[1].trimmed : ""
        if head.hasPrefix("="), head != "==" {
            self = .tryChange(line.trimmed.dropping(1).trimmed)
            return
        }
        if head.hasPrefix(":") {
            self = StepOrder(place: line.trimmed.dropping(1).trimmed)
            return
        }
        switch head {
        case "n", "next": self = .next
        case "b", "back": self = .back
        case "s", "in", "step": self = .stepIn
        case "B": self = .backIn
        case "o", "out": self = .out
        case "c", "continue": self = .goOn
        case "r", "reverse": self = .reverse
        case "p", "print": self = .print(rest)
        case "w", "watch": self = .watch(rest)
        case "k", "break": self = StepOrder.breakpoint(in: rest)
        case "N": self = .nextCell
        case "P": self = .previousCell
        case "d", "compare": self = .compare
        case "u", "undo": self = .leaveTrial
        case "l", "list": self = .list
        case "v", "variables": self = .variables
        case "g", "goto", "epoch", "line", "cell":
            self = StepOrder(place: head == "g" || head == "goto" ? rest : line.trimmed)
        case "?", "h", "help": self = .help
        case "q", "quit", "exit": self = .quit
        default: self = .unknown(head)
        }
    }

    /// A place: `69`, `line 69`, `step 12`, `epoch 37`, `start`, `end`, or the label of a cell.
    init(place: String) {
        let words = place.split(separator: " ").map(String.init)
        guard let head = words.first else {
            self = .unknown(":")
            return
        }
        let number = words.count > 1 ? Int(words[1]) : nil
        switch (head, number) {
        case ("line", let line?): self = .toLine(line)
        case ("step", let step?): self = .toStep(Int64(step))
        case ("epoch", let epoch?): self = .toEpoch(epoch)
        case ("cell", _) where words.count > 1: self = .toCell(words[1])
        case ("start", _): self = .first
        case ("end", _): self = .last
        default: self = Int(head).map { .toLine($0) } ?? .toCell(head)
        }
    }

    /// `69`, `69 if i == 3`, or nothing: the line at hand.
    private static func breakpoint(in text: String) -> StepOrder {
        if text.isEmpty { return .breakpoint(line: nil, condition: "") }
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let line = Int(words[0]) else {
            if words[0] == "if", words.count > 1 { return .breakpoint(line: nil, condition: words[1].trimmed) }
            return .unknown("k " + text)
        }
        guard words.count > 1 else { return .breakpoint(line: line, condition: "") }
        let rest = words[1].trimmed
        guard rest.hasPrefix("if ") else { return .unknown("k " + text) }
        return .breakpoint(line: line, condition: rest.dropping(3).trimmed)
    }
}

extension String {
    func dropping(_ count: Int) -> String { String(dropFirst(count)) }
}

/// What the keys do, for the screen and for linear mode.
enum StepHelp {
    static let lines = [
        "n Enter →  next line, over calls; inside the engine the next number     b ←  back",
        "s ↓  step into a call, an expression, the engine      B  back by one step",
        "o ↑  out of the function, the expression, the engine",
        "c  go on to the next breakpoint or the end            r  go back to the one before",
        "k  breakpoint here;  k 69  at line 69;  k 69 if i == 3  on a condition; again: away",
        "p EXPR  print a value, as it is at this step          w EXPR  watch it; again: away",
        ": 69  run to line 69;  : step 12;  : epoch 37;  : LABEL a cell;  : start;  : end",
        "= w5 = 0.6  what if: change something here and walk on; d compares the two runs,",
        "            u goes back to the lesson's own",
        "N P  next and previous cell      v  all variables      l  only the source      q  quit",
    ]
}
