/// One moment of a run at which a stepper can stand, whole: nothing in it needs the frames before it, but for the pass
/// that `network` points to.
public struct StepFrame: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A statement is about to run.
        case line
        /// A part of a statement has got its value.
        case expression
        /// A function of the lesson has been entered, or is about to be left.
        case call
        case `return`
        /// A neuron's weighted sum and its activation.
        case z, a
        case loss
        /// Slopes: of the loss by a neuron's activation, its weighted sum, one of its weights, its bias.
        case dA = "da"
        case dZ = "dz"
        case dW = "dw"
        case dB = "db"
        /// A parameter has moved.
        case update
        /// `fit` has finished an epoch.
        case epoch
        /// A layer of a network that is too large to be followed neuron by neuron.
        case layer
        /// The cell is done, or was stopped by an error.
        case end, trap

        /// Whether the engine made the step, and not the cell's own code.
        public var isEngine: Bool {
            switch self {
            case .line, .expression, .call, .return, .end, .trap: false
            default: true
            }
        }
    }

    /// The number among the steps of its cell, from 1. Steps that a listing leaves out keep theirs.
    public var step: Int64
    /// The place of its cell among the document's.
    public var cell: Int
    public var kind: Kind
    public var place: StepPlace
    /// The code at that place on one line, without a block that it opens.
    public var code: String
    /// The statement that is being worked out, where a part of it has its value already.
    public var reduction: StepReduction?
    /// The lesson's own variables, then those of each call, the innermost last.
    public var scopes: [StepScope]
    /// What the cell has printed so far.
    public var output: String
    public var network: NetworkPlace?
    /// Whether a value has another sign than when it was last computed, or than the slope that it was made from.
    public var turnsSign: Bool
    /// Says what happens in this step; empty until a `Report` has worded it.
    public var sentence: String

    public init(
        step: Int64, cell: Int, kind: Kind, place: StepPlace, code: String = "", reduction: StepReduction? = nil,
        scopes: [StepScope] = [], output: String = "", network: NetworkPlace? = nil, turnsSign: Bool = false,
        sentence: String = ""
    ) {
        self.step = step
        self.cell = cell
        self.kind = kind
        self.place = place
        self.code = code
        self.reduction = reduction
        self.scopes = scopes
        self.output = output
        self.network = network
        self.turnsSign = turnsSign
        self.sentence = sentence
    }

    /// The name of the function that runs; empty outside functions.
    public var functionName: String { scopes.count > 1 ? scopes[scopes.count - 1].name : "" }
}

/// A stretch of the lesson file. Lines and columns count from 1, columns in bytes; the end is one past the last.
public struct StepPlace: Sendable, Equatable {
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int

    public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}

/// How a statement gets shorter as its parts get their values: `w * x + b`, `0.8 * 0.5 + b`, `0.4 + b`.
public struct StepReduction: Sendable, Equatable {
    /// A stretch of the statement: source as it stands, or the value that took a part's place.
    public struct Piece: Sendable, Equatable {
        public var text: String
        /// Where the text is a number's, so that a view may write it with fewer digits.
        public var number: Double?
        /// Whether it belongs to the part that this step works out.
        public var isPart: Bool

        public init(text: String, number: Double? = nil, isPart: Bool = false) {
            self.text = text
            self.number = number
            self.isPart = isPart
        }

        public static func == (a: Piece, b: Piece) -> Bool { a.text == b.text && a.isPart == b.isPart }
    }

    /// The statement as it stands in the lesson, on one line.
    public var source: String
    /// With the values found before this step in the place of their parts; in this step's part also those of names.
    public var before: [Piece]
    /// What the part of this step is in the source: `w * x`.
    public var part: String
    public var value: String
    public var number: Double?

    public init(source: String, before: [Piece], part: String, value: String, number: Double? = nil) {
        self.source = source
        self.before = before
        self.part = part
        self.value = value
        self.number = number
    }

    /// The statement with this step's value in its place.
    public var after: [Piece] {
        var pieces: [Piece] = []
        var isDone = false
        for piece in before {
            if !piece.isPart {
                pieces.append(piece)
            } else if !isDone {
                pieces.append(Piece(text: value, number: number, isPart: true))
                isDone = true
            }
        }
        return pieces
    }

    /// The part with the values of its operands: `0.8 * 0.5`.
    public var partFilled: [Piece] {
        var pieces: [Piece] = []
        for piece in before where piece.isPart { pieces.append(piece) }
        return pieces
    }

    public static func text(_ pieces: [Piece]) -> String {
        var text = ""
        for piece in pieces { text += piece.text }
        return text
    }

    public static func == (a: StepReduction, b: StepReduction) -> Bool {
        a.source == b.source && a.before == b.before && a.part == b.part && a.value == b.value
    }
}

/// The variables of one call, or, first of all, those outside functions.
public struct StepScope: Sendable, Equatable {
    /// The function's name; empty outside functions.
    public var name: String
    /// The line that the call is at.
    public var line: Int
    /// In the order of their declarations; a name stands once.
    public var variables: [StepVariable]
    /// Outside functions: where among them those begin that the cell itself has declared, not one before it.
    public var ownStart = 0

    public init(name: String, line: Int, variables: [StepVariable] = []) {
        self.name = name
        self.line = line
        self.variables = variables
    }

    public static func == (a: StepScope, b: StepScope) -> Bool {
        a.name == b.name && a.line == b.line && a.variables == b.variables
    }

    public subscript(_ name: String) -> StepVariable? {
        for variable in variables where variable.name == name { return variable }
        return nil
    }
}

public struct StepVariable: Sendable, Equatable {
    public var name: String
    /// As `print` writes it, strings in quotes; long ones are cut.
    public var value: String
    /// The value of an Int, Double or Float.
    public var number: Double?

    public init(name: String, value: String, number: Double? = nil) {
        self.name = name
        self.value = value
        self.number = number
    }

    /// By the text, so that NaN is equal to itself.
    public static func == (a: StepVariable, b: StepVariable) -> Bool { a.name == b.name && a.value == b.value }
}

/// Which of an engine's quantities a step speaks of, and so what of its pass is known by then.
public struct NetworkPlace: Sendable, Equatable {
    /// The index of the pass in the list that goes with the frame.
    public var pass: Int
    public var layer: Int?
    public var unit: Int?
    /// Of a weight's slope: which input it leads from.
    public var input: Int?
    /// Of an update: the index in the pass's updates.
    public var update: Int?
    /// How many examples went through at once; the pass shows the first.
    public var rows: Int
    /// The epoch that has ended, from 0.
    public var epoch: Int?
    /// Of an epoch: the mean loss.
    public var loss: Double?

    public init(
        pass: Int, layer: Int? = nil, unit: Int? = nil, input: Int? = nil, update: Int? = nil, rows: Int = 1,
        epoch: Int? = nil, loss: Double? = nil
    ) {
        self.pass = pass
        self.layer = layer
        self.unit = unit
        self.input = input
        self.update = update
        self.rows = rows
        self.epoch = epoch
        self.loss = loss
    }
}
