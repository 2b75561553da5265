import SourceText

/// A trap with its place.
public struct TrapReport {
    public var trap: Trap
    /// The function, and the instruction in it.
    public var function: Int
    public var pc: Int
    public var file: SourceFile?
    public var span: Span?
    /// The frames around it, innermost first, its own among them; at most `Machine.tracedFrames`.
    public var frames: [FrameView]
}

extension Machine {
    func trapped(_ trap: Trap) -> Outcome {
        let frames = self.frames()
        let (index, pc) = place(of: max(1, state.pointee.pc - 1))
        let function = program.functions[index]
        return .trapped(
            TrapReport(
                trap: trap, function: index, pc: pc, file: function.file, span: function.span(at: pc), frames: frames))
    }

    /// The function and the offset in it of a pc.
    func place(of pc: Int) -> (function: Int, pc: Int) {
        let function = state.function(at: pc)
        return (function, pc - Int(state.pointee.functions[function].start))
    }

    /// What the instruction before `pc` trapped on: the fault of a slow path, or what its operands show.
    func decodeTrap() -> Trap {
        let instruction = state.pointee.code[state.pointee.pc - 1]
        let fp = state.pointee.stack + state.pointee.frame
        let fault = state.pointee.fault
        state.pointee.fault = Fault()
        if fault.kind != .none { return decodeFault(fault) }
        if let trap = decodeArithmetic(instruction, fp) { return trap }
        if let trap = decodeIndex(instruction, fp) { return trap }
        switch instruction.opcode {
        case .trap:
            return .stated(reason(instruction), program.strings[Int(instruction.wide)])
        case .trapMessage:
            return .stated(reason(instruction), heap.text(heap.object(fp[instruction.a])))
        default: return decodeFault(Fault(kind: .missing))
        }
    }

    private func reason(_ instruction: Instruction) -> TrapReason {
        TrapReason(rawValue: instruction.x) ?? .other
    }

    private func decodeFault(_ fault: Fault) -> Trap {
        switch fault.kind {
        case .memory: return .memory(limit: Int64(limits.memory))
        case .index: return .index(fault.first, count: fault.second)
        case .removeFromEmpty: return .removeFromEmpty
        case .negativeCount: return .negativeCount(fault.first)
        case .range: return .range(lower: fault.first, upper: fault.second)
        case .sliceRange: return .sliceRange(lower: fault.first, upper: fault.second, count: fault.third)
        case .scalar: return .scalar(fault.first)
        case .stringIndex: return .stringIndex
        case .output: return .output(limit: limits.output)
        case .resurrected: return .resurrected
        case .conformance:
            let descriptor = Int(heap.object(fault.first).pointee.descriptor)
            return .noConformance(
                type: program.descriptors[descriptor].name, protocol: program.protocols[Int(fault.second)])
        case .missing, .none: return .missingValue
        }
    }

    private func decodeArithmetic(_ i: Instruction, _ fp: WordPointer) -> Trap? {
        let b = fp[i.b]
        let c = fp[i.c]
        switch i.opcode {
        case .addInt: return .overflow(.add, b, c, unsigned: false)
        case .addImmediate:
            // The compiler writes `x - 1` as adding −1.
            if i.immediateC < 0 { return .overflow(.subtract, b, -i.immediateC, unsigned: false) }
            return .overflow(.add, b, i.immediateC, unsigned: false)
        case .subtractInt: return .overflow(.subtract, b, c, unsigned: false)
        case .multiplyInt: return .overflow(.multiply, b, c, unsigned: false)
        case .multiplyImmediate: return .overflow(.multiply, b, i.immediateC, unsigned: false)
        case .multiplyAddInt:
            let (product, overflow) = b.multipliedReportingOverflow(by: c)
            return overflow
                ? .overflow(.multiply, b, c, unsigned: false) : .overflow(.add, product, fp[i.x], unsigned: false)
        case .divideInt: return c == 0 ? .divisionByZero(.divide, b) : .overflow(.divide, b, c, unsigned: false)
        case .remainderInt:
            return c == 0 ? .divisionByZero(.remainder, b) : .overflow(.remainder, b, c, unsigned: false)
        case .negateInt: return .overflow(.negate, b, 0, unsigned: false)
        case .addUnsigned: return .overflow(.add, b, c, unsigned: true)
        case .subtractUnsigned: return .overflow(.subtract, b, c, unsigned: true)
        case .multiplyUnsigned: return .overflow(.multiply, b, c, unsigned: true)
        case .divideUnsigned: return .divisionByZero(.divide, b)
        case .remainderUnsigned: return .divisionByZero(.remainder, b)
        case .narrow:
            let kind = IntegerKind(rawValue: i.x) ?? .signed64
            if i.c == 0 { return .integerConversion(b, kind) }
            return .narrowOverflow(ArithmeticOperator(rawValue: UInt8(i.c - 1)) ?? .add, result: b, kind)
        case .doubleToInt: return .doubleConversion(fp.doubles[i.b], .signed64)
        case .doubleToUnsigned: return .doubleConversion(fp.doubles[i.b], .unsigned64)
        default: return nil
        }
    }

    private func decodeIndex(_ i: Instruction, _ fp: WordPointer) -> Trap? {
        switch i.opcode {
        case .arrayGet, .arrayGetWords, .arrayGetField, .arrayElementUnique, .arrayTake:
            return indexTrap(fp[i.b], fp[i.c])
        case .arrayGet2:
            let outer = heap.object(fp[i.b])
            if !outer.holds(fp[i.c]) { return indexTrap(fp[i.b], fp[i.c]) }
            return indexTrap(outer.words[Int(fp[i.c])], fp[i.x])
        case .arrayAddInt:
            let array = heap.object(fp[i.a])
            if !array.holds(fp[i.b]) { return indexTrap(fp[i.a], fp[i.b]) }
            return .overflow(.add, array.words[Int(fp[i.b])], fp[i.c], unsigned: false)
        case .arraySet, .arraySetField, .arrayAddDouble, .arraySubtractDouble, .arrayMultiplyDouble,
            .arrayAddDoubleField, .arraySubtractDoubleField, .arrayPut:
            return indexTrap(fp[i.a], fp[i.b])
        default: return nil
        }
    }

    private func indexTrap(_ array: Int64, _ index: Int64) -> Trap {
        .index(index, count: Int64(heap.object(array).count))
    }
}
