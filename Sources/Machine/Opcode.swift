/// What an `Instruction` does.
///
/// Notation: `r[a]` is register `a` of the current frame, a raw 64-bit word; `d[a]` the same word as a Double;
/// `r[a..n]` are the `n` registers from `a` on. A Bool is 0 or 1. A reference is an offset into the heap's arena, 0
/// being nil. `Float` is a Double that `roundToFloat` has rounded: for + − × ÷ √ that gives Float's own result.
///
/// *Ownership.* Operands are **borrowed** (somebody else holds a count on them for as long as the instruction runs)
/// and results are **borrowed** from where they were read, unless the comment says **owned** (the destination has a
/// count of its own, which `release` or a consuming instruction gives up) or **consumed** (the instruction takes over
/// the operand's count; the register is dead afterwards). No instruction releases what a destination register held
/// before, except `replaceReference`.
///
/// *Uniqueness.* Instructions that change an object in place and name it as "unique" first copy it when its count is
/// not 1: the copy goes to the register, and one count on the original is given up. The register must own its
/// reference, or hold one that `arrayElementUnique` or `fieldUnique` gave.
///
/// *Branches.* Offsets count instructions from the one after the branch. `jump`, `branch…` and switch tables go
/// forward only and cost nothing; the `loop…` forms go backward only and cost 1 unit of fuel when taken. Short
/// offsets are 16 bits; a branch too far becomes `branch +1; jump +1; jump target`. Forward offsets are unsigned.
///
/// *Fuel.* 1 for a backward branch taken and for a call; what else costs says so.
public enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Moves and constants

    /// `r[a] = r[b]`, no count changes: a borrow or a move.
    case move
    /// `r[a..x] = r[b..x]`, overlapping allowed; no count changes.
    case moveWords
    /// `r[a] = wide`, sign-extended.
    case loadImmediate
    /// `r[a] = constants[wide]`, a raw word (Int or Double bits).
    case loadConstant
    /// `r[a] = strings[wide]`, borrowed from the program, which keeps it.
    case loadString
    /// `r[a..x] = globals[wide..x]`; borrowed. Globals are the registers of the bottom frame.
    case loadGlobal
    /// `globals[wide..x] = r[a..x]`; no count changes: the old references must have been taken or released.
    case storeGlobal

    // MARK: Int, checked

    /// `r[a] = r[b] + r[c]`; traps on overflow.
    case addInt
    case subtractInt
    case multiplyInt
    /// Traps on division by zero and `Int.min / -1`.
    case divideInt
    case remainderInt
    /// `r[a] = r[b] / c`, c signed 16 bits and neither 0 nor −1, so that nothing can trap.
    case divideImmediate
    case remainderImmediate
    /// `r[a] = -r[b]`; traps on `Int.min`.
    case negateInt
    /// `r[a] = r[b] + c` (signed 16 bits); traps on overflow.
    case addImmediate
    /// `r[a] = r[b] * c` (signed 16 bits); traps on overflow.
    case multiplyImmediate
    /// `r[a] = r[b] * r[c] + r[x]`, both checked.
    case multiplyAddInt
    /// Unsigned 64-bit, checked.
    case addUnsigned
    case subtractUnsigned
    case multiplyUnsigned
    case divideUnsigned
    case remainderUnsigned

    // MARK: Int, wrapping and bits

    case addWrapping
    case subtractWrapping
    case multiplyWrapping
    /// `r[a] = r[b] << r[c]`, Swift's smart shift: any amount, negative ones shift the other way.
    case shiftLeft
    /// Smart shift that keeps the sign.
    case shiftRight
    /// Smart shift of an unsigned word.
    case shiftRightUnsigned
    /// `&<<`, `&>>` on 64 bits: the amount modulo 64.
    case shiftLeftMasking
    case shiftRightMasking
    case shiftRightUnsignedMasking
    case and
    case or
    case xor
    /// `r[a] = ~r[b]`.
    case complement
    /// `r[a] = r[b]`, which must be a value of the `IntegerKind` x; else traps: conversion where c = 0, overflow of
    /// `ArithmeticOperator(c - 1)` where c > 0. `unsigned64` asks for non-negative (from a signed word), `signed64`
    /// for the same (from an unsigned word).
    case narrow
    /// `r[a] = r[b]` wrapped to the `IntegerKind` x (`truncatingIfNeeded`).
    case wrap

    // MARK: Comparisons to a Bool

    case equalInt
    /// `r[a] = r[b] == c ? 1 : 0`, c signed 16 bits.
    case equalImmediate
    case notEqualInt
    /// `r[a] = r[b] < r[c] ? 1 : 0`, signed.
    case lessInt
    case lessEqualInt
    case lessUnsigned
    case lessEqualUnsigned
    case equalDouble
    case notEqualDouble
    case lessDouble
    case lessEqualDouble
    /// `r[a] = r[b] == 0 ? 1 : 0`: a Bool's negation, and the test for nil.
    case not

    // MARK: Double

    /// `d[a] = d[b] + d[c]`.
    case addDouble
    case subtractDouble
    case multiplyDouble
    case divideDouble
    case negateDouble
    case squareRoot
    /// `d[a] = d[x] + d[b] * d[c]`, rounded twice; never fused.
    case multiplyAddDouble
    /// `d[a] = d[x] - d[b] * d[c]`, rounded twice.
    case multiplySubtractDouble
    /// `d[a] = Double(r[b])`, signed.
    case intToDouble
    /// `d[a] = Double(r[b])`, unsigned.
    case unsignedToDouble
    /// `r[a] = Int(d[b])`, towards zero; traps on NaN, infinity and out of range.
    case doubleToInt
    /// `r[a] = UInt64(d[b])` bits; traps likewise.
    case doubleToUnsigned
    /// `d[a] = Double(Float(d[b]))`.
    case roundToFloat
    /// `d[a] = f(d[b])`, f the `MathFunction` x; two-operand ones take `d[c]` as well.
    case mathDouble

    // MARK: Branches, forward

    /// `pc += wide`.
    case jump
    /// If `r[a] != 0` then `pc += wide`: true, not nil.
    case branchNonZero
    /// If `r[a] == 0` then `pc += wide`: false, nil.
    case branchZero
    /// If `r[a] == r[b]` then `pc += c`. Likewise the others; references compare by identity.
    case branchEqual
    case branchNotEqual
    case branchLess
    case branchLessEqual
    /// If `r[a] == b` (signed 16 bits) then `pc += c`. Likewise the others.
    case branchEqualImmediate
    case branchNotEqualImmediate
    case branchLessImmediate
    case branchLessEqualImmediate
    case branchGreaterImmediate
    case branchGreaterEqualImmediate
    /// If `d[a] < d[b]` then `pc += c`. The `Not` forms branch on NaN.
    case branchLessDouble
    case branchNotLessDouble
    case branchLessEqualDouble
    case branchNotLessEqualDouble
    case branchEqualDouble
    case branchNotEqualDouble
    /// `pc += switchTables[wide].targets[r[a]]`, or `.otherwise` where `r[a]` is outside.
    case switchTable

    // MARK: Branches, backward; 1 unit of fuel when taken

    /// `pc += wide`.
    case loop
    /// If `r[a] != 0` then `pc += wide`.
    case loopNonZero
    case loopZero
    /// If `r[a] < r[b]` then `pc += c`.
    case loopLess
    case loopLessEqual
    /// `for i in l..<u`: `r[a] += 1`; if `r[a] < r[b]` then `pc += c`. Entered only where `r[a] < r[b]` held.
    case countedLoop
    /// `for i in l...u`: if `r[a] < r[b]` then `r[a] += 1; pc += c`.
    case countedLoopThrough

    // MARK: Calls

    /// Calls functions[wide]. The callee's frame begins at `r[a]` of this one: its parameters are in `r[a..n]`, its
    /// results will be there. `r[a - 1]` is overwritten with the return address, so a >= 1 and nothing live may be in
    /// `r[a - 1]` or, beyond the arguments, above. Arguments are owned or borrowed as caller and callee agree (the
    /// machine does not look). 1 unit of fuel; traps on stack depth.
    case call
    /// Calls the closure `r[b]` like `call`; c is the number of argument words: the closure's own reference, borrowed,
    /// is put into `r[a + c]`, one past the arguments, from where the callee reads its captures (`fieldGet`, words from
    /// 1 on). A plain function may be called so as well: that register is its to overwrite.
    case callClosure
    /// Calls entry b of the vtable of the instance `r[a]`, which is the first argument.
    case callVirtual
    /// Calls witness c of protocol b for the object `r[a]`, the first argument: an existential box or an instance. The
    /// witness gets that reference itself. Traps where the type does not conform (the verifier cannot know).
    case callWitness
    /// `natives[wide]` with its arguments in `r[a..]` and results there. Costs what the native charges; may trap, or ask
    /// to be called again, so that long work is done in slices.
    case native
    /// Returns `r[a..x]` to the caller's `r[base..x]`. In the bottom frame: ends the run.
    case `return`
    /// Like `return`, more than 255 words: `wide` words from a.
    case returnWords
    /// Ends the run; the bottom frame stays, for the next cell.
    case halt
    /// Traps: `TrapReason` x, with the message strings[wide].
    case trap
    /// Traps like `trap`, with the message in the string `r[a]`.
    case trapMessage

    // MARK: References

    /// One more count on `r[a]`; nil is fine.
    case retain
    /// Gives up a count on `r[a]`; nil is fine. At the last one the object is destroyed, iteratively; a class instance
    /// with a `deinit` runs it first, as a call from here.
    case release
    /// `r[a] = r[b]`, retained: **owned**.
    case copyReference
    /// Releases `r[a]`, then `r[a] = r[b]`, **consumed**.
    case replaceReference
    /// `r[a] = r[b]`'s count is 1 ? 1 : 0.
    case isUnique

    // MARK: Objects with a fixed number of words: instances, boxes, boxed structs, closures, existential boxes

    /// `r[a]` = a new object of descriptors[wide], all words 0: **owned**. Its words are those of the descriptor.
    case newObject
    /// `r[a]` = a new closure of descriptor c: **owned**; word 0 is the function `b | x << 16`, the captures (words from
    /// 1 on) are 0 until stored with `fieldSet`.
    case newClosure
    /// `r[a] = r[b].word[c]`, borrowed.
    case fieldGet
    /// `r[a..x] = r[b].word[c..x]`, borrowed.
    case fieldGetWords
    /// `r[a].word[c] = r[b]`: a raw word, or the first store of a reference (**consumed**): nothing is released.
    case fieldSet
    /// `r[a].word[c..x] = r[b..x]`; as `fieldSet`.
    case fieldSetWords
    /// Stores the reference `r[b]`, **consumed**, in `r[a].word[c]` and releases what was there.
    case fieldReplace
    /// As `fieldReplace` for x words; the object's descriptor says which are references.
    case fieldReplaceWords
    /// `r[a..x] = r[b].word[c..x]`, moved out: **owned**, the object's words become 0. For mutation in place:
    /// take, change, `fieldSetWords`.
    case fieldTake
    /// Makes the reference in `r[b].word[c]` unique (copying its object when shared) and gives it in `r[a]`, borrowed.
    /// `r[b]` itself must be unique already, or an instance or box.
    case fieldUnique
    /// Makes the object `r[a]` unique: the copy on write of a boxed struct.
    case objectUnique
    /// `r[a] = ` is the object `r[b]` an instance of class c or a subclass, or a box of exactly descriptor c? nil: 0.
    case isType
    /// `r[a] = ` does the type of the object `r[b]` conform to protocol c? nil: 0.
    case conforms

    // MARK: Arrays

    /// `r[a]` = an empty array of descriptor b with room for c elements: **owned**.
    case newArray
    /// `r[a] = r[b].count`.
    case arrayCount
    /// `r[a] = r[b][r[c]]`, elements of one word; borrowed; traps on the index.
    case arrayGet
    /// `r[a..x] = r[b][r[c]]`, elements of x words; borrowed.
    case arrayGetWords
    /// `r[a] = r[b][r[c]].word[x]`: one word of an element; borrowed.
    case arrayGetField
    /// `r[a] = r[b][r[c]][r[x]]`: array of arrays, one-word elements; borrowed.
    case arrayGet2
    /// `r[a][r[b]] = r[c]`, one raw word; `r[a]` unique.
    case arraySet
    /// The same for a reference, **consumed**; the old one is released.
    case arraySetReference
    /// `r[a][r[b]] = r[c..x]`, x words, references among them **consumed**, old ones released; `r[a]` unique.
    case arraySetWords
    /// `r[a][r[b]].word[x] = r[c]`, a raw word; `r[a]` unique.
    case arraySetField
    /// `r[a][r[b]] += r[c]`, Int, checked; `r[a]` unique.
    case arrayAddInt
    /// `d(r[a][r[b]]) += d[c]`; `r[a]` unique. Likewise −=, *=.
    case arrayAddDouble
    case arraySubtractDouble
    case arrayMultiplyDouble
    /// `d(r[a][r[b]].word[x]) += d[c]`; `r[a]` unique. Likewise −=.
    case arrayAddDoubleField
    case arraySubtractDoubleField
    /// Makes `r[b]` unique, then its element `r[c]`, a reference (array of arrays, of strings, of boxed structs), and
    /// gives that in `r[a]`, borrowed: `r[a]` may be changed in place, but not grown (the element would not know).
    case arrayElementUnique
    /// Makes `r[b]` unique and moves its element `r[c]`, x words, out to `r[a..x]`: **owned**; 0 stays in its place.
    case arrayTake
    /// Moves `r[c..x]`, **consumed**, into element `r[b]` of `r[a]`, which is unique; nothing is released.
    case arrayPut
    /// Appends `r[b]`, one word, **consumed** if a reference; `r[a]` unique.
    case arrayAppend
    /// Appends `r[b..x]`, x words.
    case arrayAppendWords

    // MARK: Strings and output

    /// `r[a] = r[b] + r[c]`: **owned**. Costs bytes / 64.
    case stringConcatenate
    /// `r[a] += r[b]`; `r[a]` unique. Costs bytes / 64.
    case stringAppend
    /// Appends to the string `r[a]`, unique, the text that `print` gives for `r[b]`, by `Describable` x.
    case stringAppendValue
    /// `r[a]` = the text of `r[b]` by `Describable` x: **owned**.
    case describe
    /// `r[a] = r[b] == r[c]` by canonical equivalence.
    case equalString
    /// `r[a] = r[b] < r[c]`, Swift's order.
    case lessString
    /// Writes the bytes of the string `r[a]`. Costs bytes / 64; traps at the output cap, having written what fits.
    case print

    // MARK: Everything that is not worth a case in the loop

    /// `Intrinsic` x on registers a, b, c.
    case intrinsic

    // MARK: Stepping

    /// Mark of a statement, or of a function's begin or end: marks[wide]. Counts; stops the run where the host asked for
    /// it. Never emitted when stepping is off.
    case mark
    /// Mark of an expression, whose value begins in `r[a]`; as `mark`, but it counts only towards all of them.
    case valueMark

    // MARK: The machine's own

    /// In the deinit trampoline only: takes the next instance that waits for its `deinit` and calls it; returns where
    /// none is left.
    case nextDeinit
    /// In the deinit trampoline only: frees the instance in `r[a]` after its `deinit`.
    case finishDeinit
    /// A mark that the host has armed: never in a program, only written over one in the machine's own copy.
    case armedMark
}
