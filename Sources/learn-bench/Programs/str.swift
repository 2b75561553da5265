func run() -> Int {
    var s = ""
    for i in 0..<500_000 { s += "item " + String(i) + ", " }
    return s.count
}
print(run())
