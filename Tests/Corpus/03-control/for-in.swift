// tier: 1
// Counting with ranges, stride and where; the counter is new in each round.
for i in 0..<3 { print(i, terminator: ";") }
print()  // expect: 0;1;2;
for i in 1...3 { print(i, terminator: ";") }
print()  // expect: 1;2;3;
for i in (0..<3).reversed() { print(i, terminator: ";") }
print()  // expect: 2;1;0;
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: ";") }
print()  // expect: 10;7;4;1;
for x in stride(from: 0.0, through: 1, by: 0.25) { print(x, terminator: ";") }
print()  // expect: 0.0;0.25;0.5;0.75;1.0;
for i in 0..<10 where i % 3 == 0 { print(i, terminator: ";") }
print()  // expect: 0;3;6;9;
for _ in 0..<2 { print("again") }
// expect: again
// expect: again
for i in 0..<0 { print("never", i) }
for i in 1...3 {
    for j in 1...i { print(i * j, terminator: ";") }
}
print()  // expect: 1;2;4;3;6;9;
var total = 0
for var k in [1, 2, 3] {
    k *= 2
    total += k
}
print(total)  // expect: 12
let limit = 4
for i in 1..<limit { if i == 2 { continue }; print(i, terminator: ",") }
print()  // expect: 1,3,
for character in "ab" { print(character, terminator: "|") }
print()  // expect: a|b|
