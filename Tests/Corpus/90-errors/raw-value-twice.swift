// tier: 2
// Raw values differ.
enum E: Int { case a = 1, b = 1 }  // error: `b` has the same raw
