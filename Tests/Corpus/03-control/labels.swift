// tier: 1
// A label names the loop that break and continue mean.
outer: for i in 1...3 {
    for j in 1...3 {
        if j == 2 { continue outer }
        if i == 3 { break outer }
        print(i, j)
    }
}
// expect: 1 1
// expect: 2 1
var n = 0
search: while true {
    n += 1
    switch n {
    case 5: break search
    default: break
    }
}
print(n)  // expect: 5
check: if n == 5 {
    if n > 4 { break check }
    print("never")
}
print("done")  // expect: done
