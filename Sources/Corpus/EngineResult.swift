/// What an engine made of one program: the same shape whether `swiftc`, our machine or its WebAssembly build ran it.
public struct EngineResult: Sendable, Codable, Equatable {
    /// A message and the line, counted from 1, that it speaks of.
    public struct Message: Sendable, Codable, Equatable {
        public var line: Int
        public var text: String

        public init(line: Int, text: String) {
            self.line = line
            self.text = text
        }
    }

    /// Everything that was printed, up to the trap if there was one.
    public var output: [UInt8]
    /// Errors that kept the program from running; warnings are not among them.
    public var diagnostics: [Message]
    /// Where and why a running program was stopped.
    public var trap: Message?

    public init(output: [UInt8] = [], diagnostics: [Message] = [], trap: Message? = nil) {
        self.output = output
        self.diagnostics = diagnostics
        self.trap = trap
    }
}

/// Something that runs a program: its name stands in every verdict that it gave.
public struct Engine: Sendable {
    public typealias Program = (fileName: String, bytes: [UInt8])

    public let name: String
    /// Whether messages are in our own words, so that the fragments in the markers are looked for.
    public let usesOurWording: Bool
    /// One result for each program, in their order.
    public let runAll: @Sendable ([Program]) throws -> [EngineResult]

    public init(
        name: String, usesOurWording: Bool, runAll: @escaping @Sendable ([Program]) throws -> [EngineResult]
    ) {
        self.name = name
        self.usesOurWording = usesOurWording
        self.runAll = runAll
    }

    /// An engine in this process, one program at a time.
    public init(
        name: String, usesOurWording: Bool = true,
        run: @escaping @Sendable (_ fileName: String, _ bytes: [UInt8]) throws -> EngineResult
    ) {
        self.init(name: name, usesOurWording: usesOurWording) { programs in
            try programs.map { try run($0.fileName, $0.bytes) }
        }
    }
}
