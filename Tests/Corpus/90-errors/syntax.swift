// tier: 1
// Sentences that are not Swift.
let = 3  // error: name
let b 5  // error: ;
func (x: Int) {}  // error: name
var 2x = 1  // error: 2x
if true print("no")  // error: {
let s = "open  // error: string
let t = 1 + * 2  // error: operator
print(1))  // error: )
for i 0..<3 {}  // error: in
