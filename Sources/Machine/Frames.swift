import SourceText

/// One frame of the stack, for a stepper or a trap's trace.
public struct FrameView {
    public var function: Int
    public var name: String
    /// The instruction that runs, or will go on after a call.
    public var pc: Int
    public var file: SourceFile?
    public var span: Span?
    /// Where its registers are; for `Machine.register(_:of:)`.
    public var base: Int
}

extension Machine {
    /// How many frames a trace shows.
    public static let tracedFrames = 64

    /// The frames, innermost first, at most `limit`.
    public func frames(limit: Int = Machine.tracedFrames) -> [FrameView] {
        var result: [FrameView] = []
        var frame = state.pointee.frame
        var pc = max(1, state.pointee.pc - 1)
        while result.count < limit {
            let (index, offset) = place(of: pc)
            let function = program.functions[index]
            result.append(
                FrameView(
                    function: index, name: function.name, pc: offset, file: function.file,
                    span: function.span(at: offset), base: frame))
            let link = state.pointee.stack[frame - 1]
            if link == 0 { break }
            pc = Int(link >> 32) - 1
            frame -= Int(truncatingIfNeeded: link & 0xFFFF_FFFF)
        }
        return result
    }

    /// The frame of the code outside functions. O(frames), and makes nothing of those above.
    public func bottomFrame() -> FrameView? {
        var frame = state.pointee.frame
        var pc = max(1, state.pointee.pc - 1)
        while true {
            let link = state.pointee.stack[frame - 1]
            if link == 0 { break }
            pc = Int(link >> 32) - 1
            frame -= Int(truncatingIfNeeded: link & 0xFFFF_FFFF)
        }
        let (index, offset) = place(of: pc)
        let function = program.functions[index]
        return FrameView(
            function: index, name: function.name, pc: offset, file: function.file, span: function.span(at: offset),
            base: frame)
    }

    /// Where the running frame is in the stack: the deeper the call, the higher.
    public var frameBase: Int { state.pointee.frame }

    /// The index of the running function.
    public var runningFunction: Int { state.pointee.pc > 0 ? place(of: state.pointee.pc - 1).function : 0 }

    /// A register of the running frame, or of another.
    public func register(_ index: Int) -> Int64 { register(index, of: state.pointee.frame) }
    public func register(_ index: Int, of base: Int) -> Int64 {
        let word = base + index
        return word >= 0 && word < state.pointee.stackEnd - state.pointee.stack ? state.pointee.stack[word] : 0
    }

    /// Where the words of a variable are: registers of a frame, or of a box that a register refers to.
    public struct WordPlace {
        public var register: Int
        public var base: Int
        public var isBoxed: Bool
        public init(register: Int, base: Int, isBoxed: Bool) {
            self.register = register
            self.base = base
            self.isBoxed = isBoxed
        }
    }

    public func word(_ index: Int, of place: WordPlace) -> Int64 {
        if place.isBoxed { return field(index, of: register(place.register, of: place.base)) ?? 0 }
        return register(place.register + index, of: place.base)
    }

    /// Stores a word; a reference is consumed, and the one that was there is not released.
    public func setWord(_ index: Int, of place: WordPlace, _ word: Int64) {
        if place.isBoxed {
            setField(index, of: register(place.register, of: place.base), word)
        } else if place.base + place.register + index < limits.stackWords {
            state.pointee.stack[place.base + place.register + index] = word
        }
    }

    public func global(_ index: Int) -> Int64 { register(index, of: 1) }
    public func setGlobal(_ index: Int, _ word: Int64) {
        if index >= 0 && index < program.globals.words { state.pointee.stack[1 + index] = word }
    }
}
