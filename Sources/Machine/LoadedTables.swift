/// How much of the program the machine has taken in.
struct LoadedTables {
    var functions = 0
    var strings = 0
    var codeCapacity = 1
    var markCounts = 0
    /// Where marks stand in the code of the first so many functions.
    var markPlaces: [MarkPlace] = []
    var searchedFunctions = 0
}

extension MachineState {
    func deallocateTables() {
        descriptors.deallocate()
        pool.deallocate()
        names.deallocate()
        code.deallocate()
        functions.deallocate()
        functionOrder.deallocate()
        constants.deallocate()
        strings.deallocate()
        switches.deallocate()
        markCounts.deallocate()
    }
}

extension Machine {
    /// Makes the plain-memory tables of the program. Code is only appended, so that a pc stays good; the rest is small
    /// and made anew, since vtables and conformances of older types may have grown. False: no memory for literals.
    func loadTables() -> Bool {
        loadCode()
        loadMarkCounts()
        var pool: [Int32] = []
        var names: [UInt8] = []
        loadDescriptors(&pool, &names)
        loadSwitches(&pool)
        replace(&state.pointee.pool, with: pool)
        replace(&state.pointee.names, with: names)
        replace(&state.pointee.constants, with: program.constants)
        return loadStrings()
    }

    private func replace<Element>(
        _ pointer: inout UnsafeMutablePointer<Element>, with elements: [Element]
    ) {
        pointer.deallocate()
        pointer = .allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { (pointer + index).initialize(to: element) }
    }

    private func loadCode() {
        let known = tables.functions
        var entries: [FunctionEntry] = []
        for index in 0..<known { entries.append(state.pointee.functions[index]) }
        // pc 0 belongs to nobody: a return word of 0 ends a run.
        var end = max(1, state.pointee.codeCount)
        for function in program.functions[known...] {
            entries.append(FunctionEntry(start: UInt32(end), frameWords: UInt32(function.frameWords)))
            end += function.code.count
        }
        reserveCode(end)
        for index in known..<entries.count {
            let start = Int(entries[index].start)
            for (offset, instruction) in program.functions[index].code.enumerated() {
                (state.pointee.code + start + offset).initialize(to: instruction)
            }
        }
        state.pointee.codeCount = end
        replace(&state.pointee.functions, with: entries)
        var order: [Int32] = []
        for index in entries.indices { order.append(Int32(index)) }
        replace(&state.pointee.functionOrder, with: order)
        state.pointee.functionOrderCount = order.count
        tables.functions = entries.count
    }

    private func reserveCode(_ count: Int) {
        if count <= tables.codeCapacity && state.pointee.codeCount > 0 { return }
        let capacity = max(count, tables.codeCapacity * 2)
        let code = UnsafeMutablePointer<Instruction>.allocate(capacity: capacity)
        code.initialize(repeating: Instruction(.halt), count: capacity)
        for index in 0..<state.pointee.codeCount { code[index] = state.pointee.code[index] }
        state.pointee.code.deallocate()
        state.pointee.code = code
        tables.codeCapacity = capacity
    }

    private func loadDescriptors(_ pool: inout [Int32], _ names: inout [UInt8]) {
        var raw: [RawDescriptor] = []
        for descriptor in program.descriptors {
            let references = descriptor.releaseOrder ?? descriptor.layout.references
            let referenceStart = pool.count
            for word in references { pool.append(Int32(word)) }
            let vtableStart = pool.count
            for function in descriptor.vtable { pool.append(Int32(function)) }
            var conformances: [Int32] = []
            for conformance in descriptor.conformances {
                conformances += [Int32(conformance.protocol), Int32(pool.count), Int32(conformance.witnesses.count)]
                for function in conformance.witnesses { pool.append(Int32(function)) }
            }
            let conformanceStart = pool.count
            pool += conformances
            let nameStart = names.count
            names += Array(descriptor.name.utf8)
            let plainNameStart = names.count
            names += Array(descriptor.plainName.utf8)
            raw.append(
                RawDescriptor(
                    kind: descriptor.kind, keyKind: descriptor.keyKind, words: UInt16(descriptor.layout.words),
                    keyWords: UInt16(descriptor.keyWords), referenceCount: UInt16(references.count),
                    referenceStart: Int32(referenceStart), superclass: Int32(descriptor.superclass ?? -1),
                    deinitializer: Int32(descriptor.deinitializer ?? -1), vtableStart: Int32(vtableStart),
                    vtableCount: Int32(descriptor.vtable.count), conformanceStart: Int32(conformanceStart),
                    conformanceCount: Int32(descriptor.conformances.count), nameStart: Int32(nameStart),
                    nameCount: Int32(plainNameStart - nameStart), plainNameStart: Int32(plainNameStart),
                    plainNameCount: Int32(names.count - plainNameStart)))
        }
        replace(&state.pointee.descriptors, with: raw)
    }

    private func loadSwitches(_ pool: inout [Int32]) {
        var starts: [Int32] = []
        for table in program.switchTables {
            starts.append(Int32(pool.count))
            pool += [Int32(table.targets.count), table.otherwise]
            pool += table.targets
        }
        replace(&state.pointee.switches, with: starts)
    }

    /// Literals become objects that the program holds for good.
    func loadStrings() -> Bool {
        var references: [Int64] = []
        for index in 0..<tables.strings { references.append(state.pointee.strings[index]) }
        var fits = true
        for text in program.strings[tables.strings...] {
            guard let string = heap.makeString(text) else {
                fits = false
                break
            }
            references.append(heap.reference(string))
        }
        replace(&state.pointee.strings, with: references)
        tables.strings = references.count
        return fits
    }
}
