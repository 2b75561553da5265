// tier: 2
// More than one function fits equally well, or a result nobody chose.
func make() -> Int { 1 }
func make() -> String { "one" }
let a = make()  // error: make
// skip machine: ties between overloads go by order, where swiftc refuses them
// skip wasm: ties between overloads go by order, where swiftc refuses them
