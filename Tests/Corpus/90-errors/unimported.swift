// tier: 1
// The functions of mathematics come with an import.
let a = exp(1.0)  // error: exp
let b = tanh(0.5)  // error: tanh
