// tier: 1
// A random generator of one's own: the same seed, the same numbers.
struct Generator {
    var state: Int
    mutating func next() -> Double {
        state = (state &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
        return Double(state) / Double(0x7FFF_FFFF)
    }
}
var g = Generator(state: 42)
print(g.next(), g.next())  // expect: 0.5823075899771916 0.5198187495208433
var again = Generator(state: 42)
print(again.next())  // expect: 0.5823075899771916
var inside = 0
for _ in 0..<10_000 {
    let x = g.next(), y = g.next()
    if x * x + y * y < 1 { inside += 1 }
}
print(inside, 4 * Double(inside) / 10_000)  // expect: 7882 3.1528
var counts = [0, 0, 0, 0]
for _ in 0..<100 { counts[Int(again.next() * 3.999)] += 1 }
print(counts, counts.reduce(0, +))  // expect: [30, 25, 20, 25] 100
