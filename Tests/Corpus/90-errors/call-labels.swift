// tier: 1
// Arguments in the wrong order, missing, without labels, too many.
func h(name: String, age: Int) {}
h(age: 1, name: "x")  // error: `h` cannot be called with
h(name: "x")  // error: `h` needs an argument `age:`
h("x", 2)  // error: this argument needs its label
h(name: "x", age: 2, z: 1)  // error: `h` takes no such argument
