// tier: 2
// An override gives what the superclass's method gives.
class Sh { func area() -> Double { 0 } }
class Sq: Sh { override func area() -> Int { 1 } }  // error: this is an Int, and
