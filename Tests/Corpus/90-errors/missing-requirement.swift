// tier: 1
// A type that lacks what its protocol asks for.
protocol P { func a(); var b: Int { get } }
struct Q: P { func a() {} }  // error: Q says it is P
