// tier: 2
// Only an Error can be thrown.
func f() throws {
    throw "text"  // error: Error
}
