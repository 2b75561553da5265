// tier: 1
// Conditions are Bools.
while let x = 5 { }  // error: this is an Int, not
while 1 { }  // error: this is an Int, and
repeat { } while "a"  // error: this is a String, and
if "a" { }  // error: this is a String, and
