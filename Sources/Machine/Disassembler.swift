/// Bytecode as text, one instruction a line; what tests and `learn`'s authors read.
///
///     fib(1) -> 1, frame 6
///        0  branchGreaterEqualImmediate r0, 2 → 2
///        1  return r0 × 1
public struct Disassembler {
    let program: Program

    public init(_ program: Program) { self.program = program }

    public func text(function index: Int) -> String {
        let function = program.functions[index]
        var text =
            "\(function.name)(\(function.parameterWords)) -> \(function.resultWords), frame \(function.frameWords)\n"
        for (pc, instruction) in function.code.enumerated() {
            let number = "\(pc)"
            text += String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number + "  "
            text += line(instruction, at: pc) + "\n"
        }
        return text
    }

    func line(_ i: Instruction, at pc: Int) -> String {
        var parts: [String] = []
        let values = [i.a, i.b, i.c]
        let intrinsic = i.opcode == .intrinsic ? Intrinsic(rawValue: i.x) : nil
        let format = intrinsic?.format ?? i.opcode.format
        for position in 0..<3 {
            if let part = operand(format.utf8Start[position], Int(values[position]), i, pc) { parts.append(part) }
        }
        if let part = selector(i) { parts.append(part) }
        let name = intrinsic.map { "\($0.name)" } ?? "\(i.opcode.name)"
        var text = name
        for (number, part) in parts.enumerated() { text += (number == 0 ? " " : ", ") + part }
        return text
    }

    private func operand(_ role: UInt8, _ value: Int, _ i: Instruction, _ pc: Int) -> String? {
        let wide = Int(i.wide)
        switch role {
        case UInt8(ascii: "r"): return "r\(value)"
        case UInt8(ascii: "n"): return i.x == 1 ? "r\(value)" : "r\(value)×\(i.x)"
        case UInt8(ascii: "i"): return "\(Int16(truncatingIfNeeded: value))"
        case UInt8(ascii: "w"): return ".\(value)"
        case UInt8(ascii: "d"): return name(value, program.descriptors.count) { program.descriptors[$0].name }
        case UInt8(ascii: "D"): return name(wide, program.descriptors.count) { program.descriptors[$0].name }
        case UInt8(ascii: "p"): return name(value, program.protocols.count) { program.protocols[$0] }
        case UInt8(ascii: "j"): return "→ \(pc + 1 + value)"
        case UInt8(ascii: "l"): return "→ \(pc + 1 + Int(i.immediateC))"
        case UInt8(ascii: "J"), UInt8(ascii: "L"): return "→ \(pc + 1 + wide)"
        case UInt8(ascii: "I"), UInt8(ascii: "C"): return "\(wide)"
        case UInt8(ascii: "K"): return "k\(wide)"
        case UInt8(ascii: "S"): return name(wide, program.strings.count) { program.strings[$0].debugDescription }
        case UInt8(ascii: "G"): return i.x == 1 ? "g\(wide)" : "g\(wide)×\(i.x)"
        case UInt8(ascii: "F"): return name(wide, program.functions.count) { program.functions[$0].name }
        case UInt8(ascii: "N"): return name(wide, program.natives.count) { program.natives[$0].name }
        case UInt8(ascii: "T"): return switchText(wide, pc)
        case UInt8(ascii: "M"): return "#\(wide)"
        default: return nil
        }
    }

    private func name(_ index: Int, _ count: Int, _ text: (Int) -> String) -> String {
        index >= 0 && index < count ? text(index) : "?\(index)"
    }

    private func switchText(_ index: Int, _ pc: Int) -> String {
        guard program.switchTables.indices.contains(index) else { return "?\(index)" }
        var text = ""
        for target in program.switchTables[index].targets { text += "→ \(pc + 1 + Int(target)) " }
        return text + "else → \(pc + 1 + Int(program.switchTables[index].otherwise))"
    }

    private func selector(_ i: Instruction) -> String? {
        switch i.opcode.role(3) {
        case UInt8(ascii: "r"): return "r\(i.x)"
        case UInt8(ascii: "w"): return ".\(i.x)"
        case UInt8(ascii: "k"): return IntegerKind(rawValue: i.x).map { "\($0.name)" }
        case UInt8(ascii: "m"): return "f\(i.x)"
        case UInt8(ascii: "t"): return "reason \(i.x)"
        case UInt8(ascii: "y"): return "as \(i.x)"
        case UInt8(ascii: "h"):
            return name(Int(i.b) | Int(i.x) << 16, program.functions.count) { program.functions[$0].name }
        default: return nil
        }
    }
}
