import Compiler
import Elementary
import Machine
import Semantics
import SourceText

/// A session's whole state at one moment.
public struct SessionSnapshot {
    let machine: Snapshot
    let generator: SeededGenerator

    /// Of the engine's objects: what it takes beside the older snapshot that it was made with.
    public var foreignBytes: Int { machine.foreignBytes }
}

/// A variable as a stepper shows and changes it.
public struct LiveVariable {
    public var name: String
    /// As `print` writes it; long values are cut.
    public var text: String
    /// Of an Int, Double or Float.
    public var number: Double?
    /// Where its words are: a register of the frame at `base`. With a complemented type they are in a box.
    let type: Int
    public var typeIndex: Int { type }
    let register: Int
    let base: Int
}

/// What a stepper asks of a session between two slices.
extension LanguageSession {
    // MARK: Looking

    /// The calls of the program's own functions, innermost first, at most so many; the last one is the code outside
    /// functions, which comes besides.
    public func ownFrames(atMost count: Int = .max) -> [FrameView] {
        var looked = min(count, 1 << 20) &* 2 &+ 2
        while true {
            let frames = machine.frames(limit: looked)
            var own: [FrameView] = []
            for frame in frames where frame.base != 1 {
                if own.count < count, isStepped(frame) { own.append(frame) }
            }
            if own.count == count || frames.count < looked {
                if let bottom = machine.bottomFrame() { own.append(bottom) }
                return own
            }
            looked *= 4
        }
    }

    /// Whether a call is of a function that the program has written; others have no marks.
    private func isStepped(_ frame: FrameView) -> Bool {
        guard let file = frame.file, !library.owns(file) else { return false }
        if let known = steppedFunctions[frame.function] { return known }
        let isStepped = machine.program.functions[frame.function].code.contains { $0.opcode == .mark }
        steppedFunctions[frame.function] = isStepped
        return isStepped
    }

    /// The variables of a frame, in the order of their declarations, an inner one in the place of an outer of its name;
    /// only those of certain names where some are given.
    public func variables(
        of frame: FrameView, named names: [String]? = nil, readsValues: Bool = true
    ) -> [LiveVariable] {
        let function = machine.program.functions[frame.function]
        var result: [LiveVariable] = []
        for entry in function.variables where entry.range.contains(frame.pc) {
            if let names, !names.contains(entry.name) { continue }
            guard let variable = live(entry.name, entry.type, entry.register, frame.base, readsValues) else {
                continue
            }
            result.removeAll { $0.name == entry.name }
            result.append(variable)
        }
        return result
    }

    /// The variables that a unit which has run to its end left behind, by its entry.
    public func globals(
        of entry: Int, below words: Int, named names: [String]? = nil, readsValues: Bool = true
    ) -> [LiveVariable] {
        let function = machine.program.functions[entry]
        let last = function.code.count - 1
        var result: [LiveVariable] = []
        for variable in function.variables where variable.range.contains(last) && variable.register < words {
            if let names, !names.contains(variable.name) { continue }
            guard let live = live(variable.name, variable.type, variable.register, 1, readsValues) else { continue }
            result.append(live)
        }
        return result
    }

    /// The names that a unit gives to the lesson, by its entry.
    public func globalNames(of entry: Int, below words: Int) -> [String] {
        var names: [String] = []
        for variable in machine.program.functions[entry].variables where variable.register < words {
            names.append(variable.name)
        }
        return names
    }

    /// Without its value it is only a place, for code to run on.
    private func live(
        _ name: String, _ type: Int, _ register: Int, _ base: Int, _ readsValue: Bool
    ) -> LiveVariable? {
        if !readsValue {
            return LiveVariable(name: name, text: "", number: nil, type: type, register: register, base: base)
        }
        guard let value = ValueReader.value(compiler, machine, type: type, register: register, base: base) else {
            return nil
        }
        return LiveVariable(
            name: name, text: value.text, number: value.number, type: type, register: register, base: base)
    }

    /// The value that an expression's mark stands behind.
    public func value(of mark: Mark, at register: Int, base: Int) -> (text: String, number: Double?)? {
        ValueReader.value(compiler, machine, type: mark.type, register: register, base: base).map {
            ($0.text, $0.number)
        }
    }

    /// The words of the bottom frame that hold variables of the units so far.
    public var globalWords: Int { machine.program.globals.words }

    /// Makes words of the bottom frame 0, as they are before their unit runs for the first time.
    public func clearGlobals(_ words: Range<Int>) {
        for word in words { machine.setGlobal(word, 0) }
    }
}

extension LiveVariable {
    var place: Machine.WordPlace {
        Machine.WordPlace(register: register, base: base, isBoxed: type < 0)
    }
}
