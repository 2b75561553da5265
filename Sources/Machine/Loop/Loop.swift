/// Why the loop came back.
enum Exit: UInt8 {
    case finished, fuel, mark, native, trap, stack
    /// Instances wait for their `deinit`: call the trampoline; or, in it, the next of them.
    case deinits, nextDeinit
}

/// The interpreter: one switch, its dispatch replicated into every case by the optimiser (see Package.swift). `pc`,
/// `fp` and `fuel` are locals, so that they live in machine registers; each case reads its own operands, which is
/// faster than reading them above the switch; whatever is long stands outside, never inlined.
///
/// Frames:
///
///         caller's frame                      callee's frame
///     … | r0 | r1 | … | r[a-1]              | r[a] = r0 | r[a+1] = r1 | …
///                       return pc (high half),
///                       a (low half)
///
/// A return word of 0 is the bottom of a run. Traps leave `pc` after the instruction that failed, its operands as they
/// were: `TrapDecoder` finds out from them what went wrong.
@inline(never)
func runLoop(_ state: UnsafeMutablePointer<MachineState>) -> Exit {
    let heap = Heap(state)
    let base = state.pointee.base
    var pc = state.pointee.code + state.pointee.pc
    var fp = state.pointee.stack + state.pointee.frame
    var fuel = state.pointee.fuel
    var exit = Exit.trap

    loop: while true {
        let ip = pc
        pc += 1
        switch ip.pointee.opcode {
        case .move: fp[ip.pointee.a] = fp[ip.pointee.b]
        case .moveWords: moveWords(fp + Int(ip.pointee.a), fp + Int(ip.pointee.b), Int(ip.pointee.x))
        case .loadImmediate: fp[ip.pointee.a] = Int64(ip.pointee.wide)
        case .loadConstant: fp[ip.pointee.a] = state.pointee.constants[Int(ip.pointee.wide)]
        case .loadString: fp[ip.pointee.a] = state.pointee.strings[Int(ip.pointee.wide)]
        case .loadGlobal:
            moveWords(fp + Int(ip.pointee.a), state.pointee.stack + 1 + Int(ip.pointee.wide), Int(ip.pointee.x))
        case .storeGlobal:
            moveWords(state.pointee.stack + 1 + Int(ip.pointee.wide), fp + Int(ip.pointee.a), Int(ip.pointee.x))

        case .addInt:
            let (result, overflow) = fp[ip.pointee.b].addingReportingOverflow(fp[ip.pointee.c])
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .subtractInt:
            let (result, overflow) = fp[ip.pointee.b].subtractingReportingOverflow(fp[ip.pointee.c])
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .multiplyInt:
            let (result, overflow) = multiply(fp[ip.pointee.b], fp[ip.pointee.c])
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .divideInt:
            let (x, y) = (fp[ip.pointee.b], fp[ip.pointee.c])
            if y == 0 || (y == -1 && x == Int64.min) { break loop }
            fp[ip.pointee.a] = x / y
        case .remainderInt:
            let (x, y) = (fp[ip.pointee.b], fp[ip.pointee.c])
            if y == 0 || (y == -1 && x == Int64.min) { break loop }
            fp[ip.pointee.a] = x % y
        case .divideImmediate: fp[ip.pointee.a] = fp[ip.pointee.b] / ip.pointee.immediateC
        case .remainderImmediate: fp[ip.pointee.a] = fp[ip.pointee.b] % ip.pointee.immediateC
        case .negateInt:
            let (result, overflow) = Int64(0).subtractingReportingOverflow(fp[ip.pointee.b])
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .addImmediate:
            let (result, overflow) = fp[ip.pointee.b].addingReportingOverflow(ip.pointee.immediateC)
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .multiplyImmediate:
            let (result, overflow) = multiply(fp[ip.pointee.b], ip.pointee.immediateC)
            if overflow { break loop }
            fp[ip.pointee.a] = result
        case .multiplyAddInt:
            let (product, overflow) = multiply(fp[ip.pointee.b], fp[ip.pointee.c])
            if overflow { break loop }
            let (result, overflow2) = product.addingReportingOverflow(fp[ip.pointee.x])
            if overflow2 { break loop }
            fp[ip.pointee.a] = result
        case .addUnsigned:
            let (result, overflow) = unsigned(fp[ip.pointee.b]).addingReportingOverflow(unsigned(fp[ip.pointee.c]))
            if overflow { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: result)
        case .subtractUnsigned:
            let (result, overflow) = unsigned(fp[ip.pointee.b]).subtractingReportingOverflow(unsigned(fp[ip.pointee.c]))
            if overflow { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: result)
        case .multiplyUnsigned:
            let (result, overflow) = unsigned(fp[ip.pointee.b]).multipliedReportingOverflow(
                by: unsigned(fp[ip.pointee.c]))
            if overflow { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: result)
        case .divideUnsigned:
            let y = unsigned(fp[ip.pointee.c])
            if y == 0 { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: unsigned(fp[ip.pointee.b]) / y)
        case .remainderUnsigned:
            let y = unsigned(fp[ip.pointee.c])
            if y == 0 { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: unsigned(fp[ip.pointee.b]) % y)

        case .addWrapping: fp[ip.pointee.a] = fp[ip.pointee.b] &+ fp[ip.pointee.c]
        case .subtractWrapping: fp[ip.pointee.a] = fp[ip.pointee.b] &- fp[ip.pointee.c]
        case .multiplyWrapping: fp[ip.pointee.a] = fp[ip.pointee.b] &* fp[ip.pointee.c]
        case .shiftLeft: fp[ip.pointee.a] = fp[ip.pointee.b] << fp[ip.pointee.c]
        case .shiftRight: fp[ip.pointee.a] = fp[ip.pointee.b] >> fp[ip.pointee.c]
        case .shiftRightUnsigned:
            fp[ip.pointee.a] = Int64(bitPattern: unsigned(fp[ip.pointee.b]) >> fp[ip.pointee.c])
        case .shiftLeftMasking: fp[ip.pointee.a] = fp[ip.pointee.b] &<< fp[ip.pointee.c]
        case .shiftRightMasking: fp[ip.pointee.a] = fp[ip.pointee.b] &>> fp[ip.pointee.c]
        case .shiftRightUnsignedMasking:
            fp[ip.pointee.a] = Int64(bitPattern: unsigned(fp[ip.pointee.b]) &>> unsigned(fp[ip.pointee.c]))
        case .and: fp[ip.pointee.a] = fp[ip.pointee.b] & fp[ip.pointee.c]
        case .or: fp[ip.pointee.a] = fp[ip.pointee.b] | fp[ip.pointee.c]
        case .xor: fp[ip.pointee.a] = fp[ip.pointee.b] ^ fp[ip.pointee.c]
        case .complement: fp[ip.pointee.a] = ~fp[ip.pointee.b]
        case .narrow:
            let value = fp[ip.pointee.b]
            if !fits(value, ip.pointee.x) { break loop }
            fp[ip.pointee.a] = value
        case .wrap: fp[ip.pointee.a] = wrapped(fp[ip.pointee.b], ip.pointee.x)

        case .equalInt: fp[ip.pointee.a] = fp[ip.pointee.b] == fp[ip.pointee.c] ? 1 : 0
        case .equalImmediate: fp[ip.pointee.a] = fp[ip.pointee.b] == ip.pointee.immediateC ? 1 : 0
        case .notEqualInt: fp[ip.pointee.a] = fp[ip.pointee.b] != fp[ip.pointee.c] ? 1 : 0
        case .lessInt: fp[ip.pointee.a] = fp[ip.pointee.b] < fp[ip.pointee.c] ? 1 : 0
        case .lessEqualInt: fp[ip.pointee.a] = fp[ip.pointee.b] <= fp[ip.pointee.c] ? 1 : 0
        case .lessUnsigned: fp[ip.pointee.a] = unsigned(fp[ip.pointee.b]) < unsigned(fp[ip.pointee.c]) ? 1 : 0
        case .lessEqualUnsigned: fp[ip.pointee.a] = unsigned(fp[ip.pointee.b]) <= unsigned(fp[ip.pointee.c]) ? 1 : 0
        case .equalDouble: fp[ip.pointee.a] = fp.doubles[ip.pointee.b] == fp.doubles[ip.pointee.c] ? 1 : 0
        case .notEqualDouble: fp[ip.pointee.a] = fp.doubles[ip.pointee.b] != fp.doubles[ip.pointee.c] ? 1 : 0
        case .lessDouble: fp[ip.pointee.a] = fp.doubles[ip.pointee.b] < fp.doubles[ip.pointee.c] ? 1 : 0
        case .lessEqualDouble: fp[ip.pointee.a] = fp.doubles[ip.pointee.b] <= fp.doubles[ip.pointee.c] ? 1 : 0
        case .not: fp[ip.pointee.a] = fp[ip.pointee.b] == 0 ? 1 : 0

        case .addDouble: fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.b] + fp.doubles[ip.pointee.c]
        case .subtractDouble: fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.b] - fp.doubles[ip.pointee.c]
        case .multiplyDouble: fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.b] * fp.doubles[ip.pointee.c]
        case .divideDouble: fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.b] / fp.doubles[ip.pointee.c]
        case .negateDouble: fp.doubles[ip.pointee.a] = -fp.doubles[ip.pointee.b]
        case .squareRoot: fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.b].squareRoot()
        case .multiplyAddDouble:
            let product = fp.doubles[ip.pointee.b] * fp.doubles[ip.pointee.c]
            fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.x] + product
        case .multiplySubtractDouble:
            let product = fp.doubles[ip.pointee.b] * fp.doubles[ip.pointee.c]
            fp.doubles[ip.pointee.a] = fp.doubles[ip.pointee.x] - product
        case .intToDouble: fp.doubles[ip.pointee.a] = Double(fp[ip.pointee.b])
        case .unsignedToDouble: fp.doubles[ip.pointee.a] = Double(unsigned(fp[ip.pointee.b]))
        case .doubleToInt:
            let value = fp.doubles[ip.pointee.b]
            // The bounds are exact powers of two; a NaN fails both comparisons.
            if !(value >= -0x1p63 && value < 0x1p63) { break loop }
            fp[ip.pointee.a] = Int64(value)
        case .doubleToUnsigned:
            let value = fp.doubles[ip.pointee.b]
            if !(value > -1 && value < 0x1p64) { break loop }
            fp[ip.pointee.a] = Int64(bitPattern: UInt64(value))
        case .roundToFloat: fp.doubles[ip.pointee.a] = Double(Float(fp.doubles[ip.pointee.b]))
        case .mathDouble: mathDouble(ip, fp)

        case .jump: pc += Int(ip.pointee.wide)
        case .branchNonZero: if fp[ip.pointee.a] != 0 { pc += Int(ip.pointee.wide) }
        case .branchZero: if fp[ip.pointee.a] == 0 { pc += Int(ip.pointee.wide) }
        case .branchEqual: if fp[ip.pointee.a] == fp[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchNotEqual: if fp[ip.pointee.a] != fp[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchLess: if fp[ip.pointee.a] < fp[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchLessEqual: if fp[ip.pointee.a] <= fp[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchEqualImmediate: if fp[ip.pointee.a] == ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchNotEqualImmediate: if fp[ip.pointee.a] != ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchLessImmediate: if fp[ip.pointee.a] < ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchLessEqualImmediate: if fp[ip.pointee.a] <= ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchGreaterImmediate: if fp[ip.pointee.a] > ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchGreaterEqualImmediate: if fp[ip.pointee.a] >= ip.pointee.immediateB { pc += Int(ip.pointee.c) }
        case .branchLessDouble: if fp.doubles[ip.pointee.a] < fp.doubles[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchNotLessDouble:
            if !(fp.doubles[ip.pointee.a] < fp.doubles[ip.pointee.b]) { pc += Int(ip.pointee.c) }
        case .branchLessEqualDouble: if fp.doubles[ip.pointee.a] <= fp.doubles[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchNotLessEqualDouble:
            if !(fp.doubles[ip.pointee.a] <= fp.doubles[ip.pointee.b]) { pc += Int(ip.pointee.c) }
        case .branchEqualDouble: if fp.doubles[ip.pointee.a] == fp.doubles[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .branchNotEqualDouble: if fp.doubles[ip.pointee.a] != fp.doubles[ip.pointee.b] { pc += Int(ip.pointee.c) }
        case .switchTable:
            let table = state.pointee.pool + Int(state.pointee.switches[Int(ip.pointee.wide)])
            let value = fp[ip.pointee.a]
            let inside = UInt64(bitPattern: value) < UInt64(table[0])
            pc += Int(inside ? table[2 + Int(truncatingIfNeeded: value)] : table[1])

        case .loop:
            pc += Int(ip.pointee.wide)
            fuel &-= 1
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        case .loopNonZero:
            if fp[ip.pointee.a] != 0 {
                pc += Int(ip.pointee.wide)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }
        case .loopZero:
            if fp[ip.pointee.a] == 0 {
                pc += Int(ip.pointee.wide)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }
        case .loopLess:
            if fp[ip.pointee.a] < fp[ip.pointee.b] {
                pc += Int(ip.pointee.immediateC)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }
        case .loopLessEqual:
            if fp[ip.pointee.a] <= fp[ip.pointee.b] {
                pc += Int(ip.pointee.immediateC)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }
        case .countedLoop:
            let next = fp[ip.pointee.a] &+ 1
            fp[ip.pointee.a] = next
            if next < fp[ip.pointee.b] {
                pc += Int(ip.pointee.immediateC)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }
        case .countedLoopThrough:
            let value = fp[ip.pointee.a]
            if value < fp[ip.pointee.b] {
                fp[ip.pointee.a] = value &+ 1
                pc += Int(ip.pointee.immediateC)
                fuel &-= 1
                if fuel < 0 {
                    exit = .fuel
                    break loop
                }
            }

        case .call:
            let function = state.pointee.functions + Int(ip.pointee.wide)
            let frame = fp + Int(ip.pointee.a)
            if frame + Int(function.pointee.frameWords) > state.pointee.stackEnd {
                exit = .stack
                break loop
            }
            frame[-1] = Int64(pc - state.pointee.code) << 32 | Int64(ip.pointee.a)
            fp = frame
            pc = state.pointee.code + Int(function.pointee.start)
            fuel &-= 1
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        case .callClosure:
            let closure = fp[ip.pointee.b]
            if closure == 0 {
                heap.fault(.missing)
                break loop
            }
            let frame = fp + Int(ip.pointee.a)
            let function = state.pointee.functions + Int(truncatingIfNeeded: base.object(closure).words[0])
            if frame + Int(function.pointee.frameWords) > state.pointee.stackEnd {
                exit = .stack
                break loop
            }
            frame[Int(ip.pointee.c)] = closure
            frame[-1] = Int64(pc - state.pointee.code) << 32 | Int64(ip.pointee.a)
            fp = frame
            pc = state.pointee.code + Int(function.pointee.start)
            fuel &-= 1
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        case .callVirtual:
            let frame = fp + Int(ip.pointee.a)
            let instance = frame.pointee
            let descriptor = heap.descriptor(base.object(instance))
            if instance == 0 || Int32(ip.pointee.b) >= descriptor.pointee.vtableCount {
                heap.fault(.missing)
                break loop
            }
            let target = state.pointee.pool[Int(descriptor.pointee.vtableStart) + Int(ip.pointee.b)]
            let function = state.pointee.functions + Int(target)
            if frame + Int(function.pointee.frameWords) > state.pointee.stackEnd {
                exit = .stack
                break loop
            }
            frame[-1] = Int64(pc - state.pointee.code) << 32 | Int64(ip.pointee.a)
            fp = frame
            pc = state.pointee.code + Int(function.pointee.start)
            fuel &-= 1
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        case .callWitness:
            let target = callTarget(heap, ip, fp)
            if target < 0 { break loop }
            let function = state.pointee.functions + target
            let frame = fp + Int(ip.pointee.a)
            if frame + Int(function.pointee.frameWords) > state.pointee.stackEnd {
                exit = .stack
                break loop
            }
            frame[-1] = Int64(pc - state.pointee.code) << 32 | Int64(ip.pointee.a)
            fp = frame
            pc = state.pointee.code + Int(function.pointee.start)
            fuel &-= 1
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        case .native:
            exit = .native
            break loop
        case .return:
            let link = fp[-1]
            let count = Int(ip.pointee.x)
            if count == 1 {
                fp[0] = fp[ip.pointee.a]
            } else if count != 0 {
                moveWords(fp, fp + Int(ip.pointee.a), count)
            }
            if link == 0 {
                exit = .finished
                break loop
            }
            pc = state.pointee.code + Int(link >> 32)
            fp -= Int(truncatingIfNeeded: link & 0xFFFF_FFFF)
        case .returnWords:
            let link = fp[-1]
            moveWords(fp, fp + Int(ip.pointee.a), Int(ip.pointee.wide))
            if link == 0 {
                exit = .finished
                break loop
            }
            pc = state.pointee.code + Int(link >> 32)
            fp -= Int(truncatingIfNeeded: link & 0xFFFF_FFFF)
        case .halt:
            exit = .finished
            break loop
        case .trap, .trapMessage: break loop

        case .retain:
            let reference = fp[ip.pointee.a]
            if reference != 0 { base.object(reference).pointee.references &+= 1 }
        case .release:
            let reference = fp[ip.pointee.a]
            if reference != 0 {
                let object = base.object(reference)
                let references = object.pointee.references &- 1
                if references == 0 {
                    heap.destroy(object)
                    if state.pointee.waiting != 0 {
                        exit = .deinits
                        break loop
                    }
                    continue loop
                }
                // Last, so that the usual way ends in a dispatch of its own.
                object.pointee.references = references
            }
        case .copyReference:
            let reference = fp[ip.pointee.b]
            if reference != 0 { base.object(reference).pointee.references &+= 1 }
            fp[ip.pointee.a] = reference
        case .replaceReference:
            let reference = fp[ip.pointee.a]
            fp[ip.pointee.a] = fp[ip.pointee.b]
            if reference != 0 {
                let object = base.object(reference)
                object.pointee.references &-= 1
                if object.pointee.references == 0 {
                    heap.destroy(object)
                    if state.pointee.waiting != 0 {
                        exit = .deinits
                        break loop
                    }
                }
            }
        case .isUnique: fp[ip.pointee.a] = base.object(fp[ip.pointee.b]).pointee.references == 1 ? 1 : 0

        case .newObject:
            guard let object = heap.makeObject(Int(ip.pointee.wide)) else { break loop }
            fp[ip.pointee.a] = heap.reference(object)
        case .newClosure:
            guard let object = heap.makeObject(Int(ip.pointee.c)) else { break loop }
            object.words[0] = Int64(ip.pointee.b) | Int64(ip.pointee.x) << 16
            fp[ip.pointee.a] = heap.reference(object)
        case .fieldGet:
            let reference = fp[ip.pointee.b]
            if reference == 0 { break loop }
            fp[ip.pointee.a] = base.object(reference).words[Int(ip.pointee.c)]
        case .fieldGetWords:
            let reference = fp[ip.pointee.b]
            if reference == 0 { break loop }
            moveWords(fp + Int(ip.pointee.a), base.object(reference).words + Int(ip.pointee.c), Int(ip.pointee.x))
        case .fieldSet:
            let reference = fp[ip.pointee.a]
            if reference == 0 { break loop }
            base.object(reference).words[Int(ip.pointee.c)] = fp[ip.pointee.b]
        case .fieldSetWords:
            let reference = fp[ip.pointee.a]
            if reference == 0 { break loop }
            moveWords(base.object(reference).words + Int(ip.pointee.c), fp + Int(ip.pointee.b), Int(ip.pointee.x))
        case .fieldReplace:
            let reference = fp[ip.pointee.a]
            if reference == 0 { break loop }
            let slot = base.object(reference).words + Int(ip.pointee.c)
            let old = slot.pointee
            slot.pointee = fp[ip.pointee.b]
            if old != 0 {
                let object = base.object(old)
                object.pointee.references &-= 1
                if object.pointee.references == 0 {
                    heap.destroy(object)
                    if state.pointee.waiting != 0 {
                        exit = .deinits
                        break loop
                    }
                }
            }
        case .fieldTake:
            let reference = fp[ip.pointee.b]
            if reference == 0 { break loop }
            let slot = base.object(reference).words + Int(ip.pointee.c)
            for word in 0..<Int(ip.pointee.x) {
                fp[Int(ip.pointee.a) + word] = slot[word]
                slot[word] = 0
            }
        case .fieldUnique:
            let reference = fp[ip.pointee.b]
            if reference == 0 { break loop }
            let slot = base.object(reference).words + Int(ip.pointee.c)
            guard heap.unique(slot) != nil else { break loop }
            fp[ip.pointee.a] = slot.pointee
        case .objectUnique:
            guard heap.unique(fp + Int(ip.pointee.a)) != nil else { break loop }
        case .isType: fp[ip.pointee.a] = heap.isType(fp[ip.pointee.b], Int32(ip.pointee.c)) ? 1 : 0
        case .conforms: fp[ip.pointee.a] = heap.witnesses(fp[ip.pointee.b], Int32(ip.pointee.c)) != nil ? 1 : 0

        case .newArray:
            guard let array = heap.makeArray(Int(ip.pointee.b), capacity: Int(ip.pointee.c)) else { break loop }
            fp[ip.pointee.a] = heap.reference(array)
        case .arrayCount: fp[ip.pointee.a] = Int64(base.object(fp[ip.pointee.b]).pointee.count)
        case .arrayGet:
            let array = base.object(fp[ip.pointee.b])
            let index = fp[ip.pointee.c]
            if !array.holds(index) { break loop }
            fp[ip.pointee.a] = array.words[Int(truncatingIfNeeded: index)]
        case .arrayGetWords:
            let array = base.object(fp[ip.pointee.b])
            let index = fp[ip.pointee.c]
            if !array.holds(index) { break loop }
            let count = Int(ip.pointee.x)
            let element = array.words + Int(truncatingIfNeeded: index) &* count
            moveWords(fp + Int(ip.pointee.a), element, count)
        case .arrayGetField:
            let array = base.object(fp[ip.pointee.b])
            let index = fp[ip.pointee.c]
            if !array.holds(index) { break loop }
            fp[ip.pointee.a] = array.words[Int(truncatingIfNeeded: index) &* array.stride &+ Int(ip.pointee.x)]
        case .arrayGet2:
            let outer = base.object(fp[ip.pointee.b])
            let index = fp[ip.pointee.c]
            if !outer.holds(index) { break loop }
            let array = base.object(outer.words[Int(truncatingIfNeeded: index)])
            let index2 = fp[ip.pointee.x]
            if !array.holds(index2) { break loop }
            fp[ip.pointee.a] = array.words[Int(truncatingIfNeeded: index2)]
        case .arraySet:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            array.words[Int(truncatingIfNeeded: index)] = fp[ip.pointee.c]
        case .arraySetField:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            let word = Int(truncatingIfNeeded: index) &* array.stride &+ Int(ip.pointee.x)
            array.words[word] = fp[ip.pointee.c]
        case .arrayAddInt:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            let slot = array.words + Int(truncatingIfNeeded: index)
            let (result, overflow) = slot.pointee.addingReportingOverflow(fp[ip.pointee.c])
            if overflow { break loop }
            slot.pointee = result
        case .arrayAddDouble:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            array.doubles[Int(truncatingIfNeeded: index)] += fp.doubles[ip.pointee.c]
        case .arraySubtractDouble:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            array.doubles[Int(truncatingIfNeeded: index)] -= fp.doubles[ip.pointee.c]
        case .arrayMultiplyDouble:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            array.doubles[Int(truncatingIfNeeded: index)] *= fp.doubles[ip.pointee.c]
        case .arrayAddDoubleField:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            let word = Int(truncatingIfNeeded: index) &* array.stride &+ Int(ip.pointee.x)
            array.doubles[word] += fp.doubles[ip.pointee.c]
        case .arraySubtractDoubleField:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            let word = Int(truncatingIfNeeded: index) &* array.stride &+ Int(ip.pointee.x)
            array.doubles[word] -= fp.doubles[ip.pointee.c]
        case .arrayElementUnique:
            guard let array = heap.unique(fp + Int(ip.pointee.b)) else { break loop }
            let index = fp[ip.pointee.c]
            if !array.holds(index) { break loop }
            let slot = array.words + Int(truncatingIfNeeded: index)
            guard heap.unique(slot) != nil else { break loop }
            fp[ip.pointee.a] = slot.pointee
        case .arrayTake:
            guard let array = heap.unique(fp + Int(ip.pointee.b)) else { break loop }
            let index = fp[ip.pointee.c]
            if !array.holds(index) { break loop }
            let count = Int(ip.pointee.x)
            let element = array.words + Int(truncatingIfNeeded: index) &* count
            for word in 0..<count {
                fp[Int(ip.pointee.a) + word] = element[word]
                element[word] = 0
            }
        case .arrayPut:
            guard let array = heap.unique(fp + Int(ip.pointee.a)) else { break loop }
            let index = fp[ip.pointee.b]
            if !array.holds(index) { break loop }
            let count = Int(ip.pointee.x)
            moveWords(array.words + Int(truncatingIfNeeded: index) &* count, fp + Int(ip.pointee.c), count)
        case .arrayAppend:
            guard let array = heap.growable(fp + Int(ip.pointee.a)) else { break loop }
            let count = array.pointee.count
            array.words[Int(count)] = fp[ip.pointee.b]
            array.pointee.count = count &+ 1
        case .arrayAppendWords:
            guard let array = heap.growable(fp + Int(ip.pointee.a)) else { break loop }
            let words = Int(ip.pointee.x)
            moveWords(array.words + array.count &* words, fp + Int(ip.pointee.b), words)
            array.pointee.count &+= 1

        case .mark:
            countMark(state, ip)
            if passMark(state, fp) {
                exit = .mark
                break loop
            }
        case .valueMark:
            if passMark(state, fp) {
                exit = .mark
                break loop
            }
        case .armedMark:
            countMark(state, ip)
            let isLast = passMark(state, fp)
            if stopsAtArmed(state, fp) || isLast {
                exit = .mark
                break loop
            }
        case .nextDeinit:
            exit = .nextDeinit
            break loop
        case .equalString:
            let (x, y) = (fp[ip.pointee.b], fp[ip.pointee.c])
            if x == y {
                fp[ip.pointee.a] = 1
                continue loop
            }
            // Where every byte is a character, another count is another string.
            let (left, right) = (base.object(x), base.object(y))
            if heap.isSimple(left) && heap.isSimple(right) && left.pointee.count != right.pointee.count {
                fp[ip.pointee.a] = 0
                continue loop
            }
            fallthrough
        case .fieldReplaceWords, .arraySetReference, .arraySetWords, .stringConcatenate, .stringAppend,
            .stringAppendValue, .describe, .lessString, .print, .intrinsic, .finishDeinit:
            if !runSlow(heap, ip, fp) { break loop }
            fuel &-= state.pointee.charge
            state.pointee.charge = 0
            if state.pointee.waiting != 0 && ip.pointee.opcode != .finishDeinit {
                exit = .deinits
                break loop
            }
            if fuel < 0 {
                exit = .fuel
                break loop
            }
        }
    }
    state.pointee.pc = pc - state.pointee.code
    state.pointee.frame = fp - state.pointee.stack
    state.pointee.fuel = fuel
    return exit
}
