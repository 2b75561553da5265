// tier: 2
// What ranges can do.
print((1...5).reduce(1, *), (1..<1).isEmpty, (0...10).clamped(to: 3...20), (1...3) == 1...3)
// expect: 120 true 3...10 true
print(3 ~= 3, (1...).prefix(2).map { $0 }, stride(from: 5, to: 0, by: -2).map { $0 }, (1...10).lowerBound)
// expect: true [1, 2] [5, 3, 1] 1
print((1..<10).upperBound, (1..<10).last!, (1...10).randomElement()! > 0, ClosedRange(uncheckedBounds: (1, 2)))
// expect: 10 9 true 1...2
print((1.5...2.5).contains(2), ("a"..."z").contains("q"), Range(1...3))  // expect: true true 1..<4
