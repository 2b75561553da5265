// tier: 1
// break and continue belong to a loop, return to a function.
break  // error: break
continue  // error: continue
func f(_ flag: Bool) {
    if flag { break }  // error: break
}
outer: for i in 0..<3 {
    print(i)
    continue inner  // error: inner
}
