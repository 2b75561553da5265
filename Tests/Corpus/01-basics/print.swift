// tier: 1
// print: several values, its own separator and terminator, an empty line.
print("a", 1, 2.5, true)  // expect: a 1 2.5 true
print("a", "b", "c", separator: "-")  // expect: a-b-c
print(1, 2, 3, separator: "")  // expect: 123
print("no newline", terminator: "")
print(" ... here")  // expect: no newline ... here
print("x", "y", separator: ", ", terminator: "!\n")  // expect: x, y!
print()
// expect:
print("")
// expect:
print([1, 2, 3])  // expect: [1, 2, 3]
print("two\nlines")
// expect: two
// expect: lines
print((1, 2))  // expect: (1, 2)
