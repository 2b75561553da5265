// tier: 2
// A call that may throw says try, and somebody takes care of the error.
enum Problem: Error { case bad }
func risky() throws -> Int { throw Problem.bad }
func careless() -> Int { try risky() }  // error: thr
func marked() throws -> Int { risky() }  // error: try
func quiet() {
    throw Problem.bad  // error: thr
}
func handled() -> Int {
    do {
        return try risky()
    } catch Problem.bad {
        return 0
    } catch {
        return 1
    }
}
