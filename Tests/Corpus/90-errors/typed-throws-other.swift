// tier: 2
// A function that throws one type passes on no other.
enum E: Error { case a }
func any() throws {}
func g() throws(E) { try any() }  // error: this is any Error, and
