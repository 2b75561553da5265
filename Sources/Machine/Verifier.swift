/// Why a program must not run.
public struct VerificationError: Error {
    public var message: String
    init(_ message: String) { self.message = message }
}

extension Program {
    /// Checks the program as ``Machine/load(_:)`` does.
    public func verify() throws(VerificationError) { try Verifier(self).verify(from: 0) }
}

/// Checks all that the loop takes for granted and that can be seen in the code: operands in range, branches inside the
/// function and in their direction, registers inside the frame, indexes of functions, descriptors, strings and so on.
/// What depends on the values (references are objects of the expected kind) is the compiler's to get right.
struct Verifier {
    let program: Program
    private var function: Function
    private var index = 0

    init(_ program: Program) {
        self.program = program
        function = program.functions.first ?? Function(name: "")
    }

    /// Checks tables and the functions from an index on.
    func verify(from first: Int) throws(VerificationError) {
        guard program.functions.count >= 1, program.descriptors.count >= 1, program.descriptors[0].kind == .string
        else {
            throw VerificationError("a program begins with the trampoline and the string's descriptor")
        }
        guard program.functions.count <= 1 << 24, program.descriptors.count < Int(UInt16.max) else {
            throw VerificationError("too many functions or descriptors")
        }
        for descriptor in program.descriptors { try check(descriptor) }
        guard first <= program.functions.count else { throw VerificationError("the program has shrunk") }
        for position in first..<program.functions.count {
            var verifier = self
            verifier.function = program.functions[position]
            try verifier.checkFunction(isTrampoline: position == 0)
        }
    }

    private func check(_ descriptor: TypeDescriptor) throws(VerificationError) {
        func fail(_ message: String) -> VerificationError {
            VerificationError("descriptor \(descriptor.name): \(message)")
        }
        let words = descriptor.layout.words
        let limit = descriptor.kind == .array || descriptor.kind == .table ? 255 : 65_535
        guard words <= limit else { throw fail("\(words) words, at most \(limit)") }
        guard descriptor.keyWords <= words else { throw fail("more key words than words") }
        if descriptor.kind == .table && (descriptor.keyKind == .string || descriptor.keyKind == .double) {
            guard descriptor.keyWords == 1 else { throw fail("a key of this kind has one word") }
            guard descriptor.layout.isReference[0] == (descriptor.keyKind == .string) else {
                throw fail("the key's word does not suit its kind")
            }
        }
        if descriptor.kind == .closure {
            guard words >= 1, !descriptor.layout.isReference[0] else {
                throw fail("word 0 of a closure is the function")
            }
        }
        if let superclass = descriptor.superclass {
            guard program.descriptors.indices.contains(superclass) else { throw fail("no superclass \(superclass)") }
        }
        var functions = descriptor.vtable
        if let deinitializer = descriptor.deinitializer { functions.append(deinitializer) }
        for conformance in descriptor.conformances {
            guard program.protocols.indices.contains(conformance.protocol) else {
                throw fail("no protocol \(conformance.protocol)")
            }
            functions += conformance.witnesses
        }
        for function in functions where !program.functions.indices.contains(function) {
            throw fail("no function \(function)")
        }
        // A chain of superclasses that comes back to itself would never end.
        var seen = 0
        var next = descriptor.superclass
        while let superclass = next, program.descriptors.indices.contains(superclass) {
            seen += 1
            guard seen <= program.descriptors.count else { throw fail("its superclasses form a cycle") }
            next = program.descriptors[superclass].superclass
        }
    }

    private mutating func checkFunction(isTrampoline: Bool) throws(VerificationError) {
        guard let last = function.code.last else { throw VerificationError("\(function.name): no code") }
        guard function.frameWords > function.parameterWords, function.frameWords < 65_000 else {
            throw VerificationError("\(function.name): a frame of \(function.frameWords) words")
        }
        index = function.code.count - 1
        guard last.opcode.endsBlock else { throw fail("control runs past the end") }
        for position in function.code.indices {
            index = position
            let instruction = function.code[position]
            try checkOperands(instruction)
            try checkSpecial(instruction, isTrampoline: isTrampoline)
        }
    }

    private func fail(_ message: String) -> VerificationError {
        VerificationError("\(function.name)+\(index) \(function.code[index].opcode.name): \(message)")
    }

    private func need(_ condition: Bool, _ message: @autoclosure () -> String) throws(VerificationError) {
        if !condition { throw fail(message()) }
    }

    private func checkOperands(_ i: Instruction) throws(VerificationError) {
        let operands = [i.a, i.b, i.c]
        for position in 0..<3 {
            let role = i.opcode == .intrinsic ? try intrinsicRole(i, position) : i.opcode.role(position)
            try checkOperand(role, Int(operands[position]), i)
        }
        switch i.opcode.role(3) {
        case UInt8(ascii: "r"): try checkRegisters(Int(i.x), 1)
        case UInt8(ascii: "k"): try need(IntegerKind(rawValue: i.x) != nil, "no integer kind \(i.x)")
        case UInt8(ascii: "m"): try need(MathFunction(rawValue: i.x) != nil, "no function \(i.x)")
        case UInt8(ascii: "t"): try need(TrapReason(rawValue: i.x) != nil, "no reason \(i.x)")
        case UInt8(ascii: "y"): try need(Describable(rawValue: i.x) != nil, "no describable \(i.x)")
        default: break
        }
    }

    private func intrinsicRole(_ i: Instruction, _ position: Int) throws(VerificationError) -> UInt8 {
        guard let intrinsic = Intrinsic(rawValue: i.x) else { throw fail("no intrinsic \(i.x)") }
        if intrinsic.hasPairInC { try checkRegisters(Int(i.c), 2) }
        return intrinsic.format.utf8Start[position]
    }

    private func checkOperand(_ role: UInt8, _ value: Int, _ i: Instruction) throws(VerificationError) {
        let wide = Int(i.wide)
        switch role {
        case UInt8(ascii: "r"): try checkRegisters(value, 1)
        case UInt8(ascii: "n"): try checkRegisters(value, Int(i.x))
        case UInt8(ascii: "C"): try checkRegisters(Int(i.a), max(0, wide))
        case UInt8(ascii: "d"): try need(value < program.descriptors.count, "no descriptor \(value)")
        case UInt8(ascii: "D"): try need(program.descriptors.indices.contains(wide), "no descriptor \(wide)")
        case UInt8(ascii: "p"): try need(value < program.protocols.count, "no protocol \(value)")
        case UInt8(ascii: "j"): try checkTarget(Int(i.c), forward: true)
        case UInt8(ascii: "J"): try checkTarget(wide, forward: true)
        case UInt8(ascii: "l"): try checkTarget(Int(i.immediateC), forward: false)
        case UInt8(ascii: "L"): try checkTarget(wide, forward: false)
        case UInt8(ascii: "K"): try need(program.constants.indices.contains(wide), "no constant \(wide)")
        case UInt8(ascii: "S"): try need(program.strings.indices.contains(wide), "no string \(wide)")
        case UInt8(ascii: "F"): try need(program.functions.indices.contains(wide), "no function \(wide)")
        case UInt8(ascii: "N"): try need(program.natives.indices.contains(wide), "no native \(wide)")
        case UInt8(ascii: "M"): try need(program.marks.indices.contains(wide), "no mark \(wide)")
        case UInt8(ascii: "T"): try checkSwitch(wide)
        case UInt8(ascii: "G"):
            try need(wide >= 0 && wide + Int(i.x) <= program.globals.words, "no global \(wide)")
        default: break
        }
    }

    private func checkRegisters(_ first: Int, _ count: Int) throws(VerificationError) {
        try need(first + count <= function.frameWords, "register \(first + max(0, count - 1)) is outside the frame")
    }

    private func checkTarget(_ offset: Int, forward: Bool) throws(VerificationError) {
        let target = index + 1 + offset
        try need(forward ? offset >= 0 : offset < 0, "branches the wrong way")
        try need(function.code.indices.contains(target), "branches to \(target), outside the function")
    }

    private func checkSwitch(_ index: Int) throws(VerificationError) {
        try need(program.switchTables.indices.contains(index), "no switch table \(index)")
        let table = program.switchTables[index]
        try checkTarget(Int(table.otherwise), forward: true)
        for target in table.targets { try checkTarget(Int(target), forward: true) }
    }

    private func checkSpecial(_ i: Instruction, isTrampoline: Bool) throws(VerificationError) {
        switch i.opcode {
        case .call, .callVirtual, .callWitness: try need(i.a >= 1, "needs a register below its base")
        case .callClosure:
            try need(i.a >= 1, "needs a register below its base")
            try checkRegisters(Int(i.a) + Int(i.c), 1)
        case .native:
            let native = program.natives[Int(i.wide)]
            try checkRegisters(Int(i.a), max(native.argumentWords, native.resultWords))
        case .newObject:
            switch program.descriptors[Int(i.wide)].kind {
            case .box, .instance, .closure, .existential: break
            default: throw fail("not an object of fixed words")
            }
        case .newClosure:
            try need(Int(i.b) | Int(i.x) << 16 < program.functions.count, "no such function")
            try need(program.descriptors[Int(i.c)].kind == .closure, "not a closure's descriptor")
        case .newArray: try need(program.descriptors[Int(i.b)].kind == .array, "not an array's descriptor")
        case .divideImmediate, .remainderImmediate:
            try need(i.immediateC != 0 && i.immediateC != -1, "divides by \(i.immediateC)")
        case .intrinsic: try checkIntrinsic(i)
        case .nextDeinit, .finishDeinit: try need(isTrampoline, "belongs to the trampoline")
        case .returnWords: try need(i.wide >= 0, "a negative count")
        default: break
        }
    }

    private func checkIntrinsic(_ i: Instruction) throws(VerificationError) {
        switch Intrinsic(rawValue: i.x) {
        case .arrayRepeat: try need(program.descriptors[Int(i.b)].kind == .array, "not an array's descriptor")
        case .newTable: try need(program.descriptors[Int(i.b)].kind == .table, "not a table's descriptor")
        case .stringCharacters, .stringBytes, .stringScalars:
            let descriptor = program.descriptors[Int(i.c)]
            let wanted = Intrinsic(rawValue: i.x) == .stringCharacters
            try need(descriptor.kind == .array && descriptor.layout.isReference == [wanted], "not such an array")
        case .characterProperty:
            try need(i.c < UInt16(CharacterProperty.allCases.count), "no property \(i.c)")
        case .stringToInt, .stringToDouble, .characterASCII: try checkRegisters(Int(i.a), 2)
        default: break
        }
    }
}
