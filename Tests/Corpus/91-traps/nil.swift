// tier: 1
// Opening an optional that holds nothing.
let numbers = ["1", "two"]
for text in numbers {
    let n = Int(text)!  // trap: nil
    print(n)
}
// expect: 1
