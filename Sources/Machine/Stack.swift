/// The stack is one allocation of the limit's size, made ready piece by piece: most programs need few of its pages, and
/// touching them all would be a fifth of a short program's time.
///
/// All registers begin as 0, so that not even a compiler's mistake can make two runs differ.
extension Machine {
    /// Words that are ready from the start.
    static let firstStack = 4096

    /// Makes the stack ready up to a word; false where that lies beyond the limit. What lies below is not touched.
    func readyStack(upTo word: Int) -> Bool {
        let ready = state.pointee.stackEnd - state.pointee.stack
        if word <= ready { return true }
        guard word <= limits.stackWords else { return false }
        let end = min(limits.stackWords, max(word, 2 * ready))
        // The slack above the old end was ready already, and moves up.
        (state.pointee.stackEnd + Machine.stackSlack).initialize(repeating: 0, count: end - ready)
        state.pointee.stackEnd = state.pointee.stack + end
        return true
    }

    /// Makes more of the stack ready; false where all of it is.
    func growStack() -> Bool {
        let ready = state.pointee.stackEnd - state.pointee.stack
        return ready < limits.stackWords && readyStack(upTo: min(limits.stackWords, 2 * ready))
    }
}
