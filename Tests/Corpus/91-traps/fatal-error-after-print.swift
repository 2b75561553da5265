// tier: 1
// What was printed before stays.
print("x")  // expect: x
fatalError("boom")  // trap: fatalError: boom
