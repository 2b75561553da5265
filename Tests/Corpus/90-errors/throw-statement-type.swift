// tier: 2
// A throw statement by itself throws any Error.
enum E: Error { case a, b }
do { throw E.a } catch { let x: E = error; print(x) }  // error: this is any Error, and
