// tier: 2
// An index behind the end of a string.
let s = "abc"
print(s[s.index(s.startIndex, offsetBy: 10)])  // trap: String index is out
