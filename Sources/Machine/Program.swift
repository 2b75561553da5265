import SourceText

/// Code and what it names. Grows cell by cell: everything is appended, indexes never change, so that a running
/// machine can take in an extended program.
public struct Program {
    public var functions: [Function] = []
    /// Raw words for `loadConstant`.
    public var constants: [Int64] = []
    /// For `loadString` and `trap`.
    public var strings: [String] = []
    public var descriptors: [TypeDescriptor] = []
    /// Names by protocol index, for `conforms` and disassembly.
    public var protocols: [String] = []
    public var switchTables: [SwitchTable] = []
    public var natives: [Native] = []
    public var marks: [Mark] = []
    /// The globals of all cells so far, in the bottom frame from register 0 on. `globals.words` is the register
    /// where the next cell's begin; a cell's function has its temporaries above its own globals.
    public var globals = Layout.empty

    /// Descriptor 0 is the string's and function 0 the trampoline that runs `deinit`s: every program begins with them.
    public init() {
        descriptors.append(TypeDescriptor(name: "String", kind: .string, layout: .empty))
        functions.append(.deinitTrampoline)
    }

    public static let stringDescriptor = 0

    /// The index of a constant, an equal one if there is one already among the last few.
    public mutating func constant(_ word: Int64) -> Int {
        let recent = max(0, constants.count - 64)
        for index in recent..<constants.count where constants[index] == word { return index }
        constants.append(word)
        return constants.count - 1
    }

    public mutating func string(_ text: String) -> Int {
        let recent = max(0, strings.count - 64)
        for index in recent..<strings.count where strings[index].utf8.elementsEqual(text.utf8) { return index }
        strings.append(text)
        return strings.count - 1
    }

    /// Takes an index for a function that is compiled later: recursion, lazy compilation. It has to have code by the time
    /// a machine loads the program.
    public mutating func reserveFunction(_ name: String) -> Int {
        functions.append(Function(name: name))
        return functions.count - 1
    }
}

public struct Function: Sendable {
    public var name: String
    public var code: [Instruction]
    /// Registers, at least `parameterWords + 1`: callee frames overlap from the base that a call names, so this counts
    /// up to the highest register that the code itself names.
    public var frameWords: Int
    public var parameterWords: Int
    public var resultWords: Int
    public var file: SourceFile?
    /// Where each instruction comes from: entries ascend by pc, each good until the next one.
    public var lines: [LineEntry]
    /// Names of registers, for a stepper's view of the frame.
    public var variables: [VariableEntry]

    public init(
        name: String, code: [Instruction] = [], frameWords: Int = 1, parameterWords: Int = 0, resultWords: Int = 0,
        file: SourceFile? = nil, lines: [LineEntry] = [], variables: [VariableEntry] = []
    ) {
        self.name = name
        self.code = code
        self.frameWords = frameWords
        self.parameterWords = parameterWords
        self.resultWords = resultWords
        self.file = file
        self.lines = lines
        self.variables = variables
    }

    /// The span of the instruction at `pc`, counted from the function's start.
    public func span(at pc: Int) -> Span? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lines[middle].pc) <= pc { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : lines[low - 1].span
    }

    static let deinitTrampoline = Function(
        name: "deinit",
        code: [
            Instruction(.nextDeinit, a: 0), Instruction(.finishDeinit, a: 0), Instruction(.loop, wide: -3),
        ],
        frameWords: 5)
}

public struct LineEntry: Sendable {
    public var pc: Int32
    public var span: Span
    public init(pc: Int, span: Span) {
        self.pc = Int32(truncatingIfNeeded: pc)
        self.span = span
    }
}

/// A variable of the source, in registers from `register` on while pc is in `range`.
public struct VariableEntry: Sendable {
    public var name: String
    public var register: Int
    /// The compiler's own number of the variable's type; the machine does not look at it.
    public var type: Int
    public var range: Range<Int>
    public init(name: String, register: Int, type: Int, range: Range<Int>) {
        self.name = name
        self.register = register
        self.type = type
        self.range = range
    }
}

/// Targets of `switchTable`, as offsets from the instruction after it, all forward.
public struct SwitchTable: Sendable {
    public var targets: [Int32]
    public var otherwise: Int32
    public init(targets: [Int32], otherwise: Int32) {
        self.targets = targets
        self.otherwise = otherwise
    }
}

/// What a `mark` instruction stands for.
public struct Mark: Sendable {
    public enum Kind: UInt8, Sendable { case statement, expression, enter, leave }
    public var kind: Kind
    public var span: Span
    /// For expressions: how many registers the value takes, and the compiler's own number of its type.
    public var words: Int
    public var type: Int
    public init(kind: Kind, span: Span, words: Int = 0, type: Int = 0) {
        self.kind = kind
        self.span = span
        self.words = words
        self.type = type
    }
}
