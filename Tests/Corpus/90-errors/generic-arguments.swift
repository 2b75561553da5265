// tier: 2
// A generic type's arguments are kept.
struct Gen<T> { var v: T }
let g: Gen<Int> = Gen(v: "a")  // error: this is a Gen<String>, and
let h = Gen<String>(v: 1)  // error: this is an Int, and
let k: Gen = 5  // error: this is an Int, and
