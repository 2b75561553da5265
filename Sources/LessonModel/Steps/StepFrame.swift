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
        step: Int64, cell: Int, kind: Kind, place: StepPlace, reduction: StepReduction? = nil,
        scopes: [StepScope] = [], output: String = "", network: NetworkPlace? = nil, turnsSign: Bool = false,
        sentence: String = ""
    ) {
        self.step = step
        self.cell = cell
        self.kind = kind
        self.place = place
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
    /// The statement as it stands in the lesson, on one line.
    public var source: String
    /// With the values found before this step in the place of their parts, and `part` with the values of its operands.
    public var before: String
    /// With this step's value in its place as well.
    public var after: String
    /// Where in `before` the part lies that this step works out, in bytes.
    public var part: Range<Int>
    /// What that part is in the source: `w * x`; and with its operands' values: `0.8 * 0.5`.
    public var partSource: String
    public var partFilled: String
    public var value: String
    public var number: Double?

    public init(
        source: String, before: String, after: String, part: Range<Int>, partSource: String, partFilled: String,
        value: String, number: Double? = nil
    ) {
        self.source = source
        self.before = before
        self.after = after
        self.part = part
        self.partSource = partSource
        self.partFilled = partFilled
        self.value = value
        self.number = number
    }

    public static func == (a: StepReduction, b: StepReduction) -> Bool {
        a.source == b.source && a.before == b.before && a.after == b.after && a.part == b.part
            && a.partSource == b.partSource && a.partFilled == b.partFilled && a.value == b.value
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

    public init(name: String, line: Int, variables: [StepVariable] = []) {
        self.name = name
        self.line = line
        self.variables = variables
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
