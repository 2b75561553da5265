// tier: 1
// A Double outside the range of Int, or no number at all.
let values = [2.9, -1e18, 1e19]
for x in values {
    print(Int(x))  // trap: Int
}
// expect: 2
// expect: -1000000000000000000
