import Testing

@testable import Elementary

@Test func splitmixAndXoshiroMatchTheirReference() {
    // xoshiro256** from the state 1, 2, 3, 4: the first outputs of the authors' C code.
    var generator = SeededGenerator(seed: 0)
    generator.s0 = 1
    generator.s1 = 2
    generator.s2 = 3
    generator.s3 = 4
    let outputs = (0..<4).map { _ in generator.next() }
    #expect(outputs == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
    // splitmix64 from the seed 0: its published first output.
    #expect(SeededGenerator(seed: 0).s0 == 0xe220_a839_7b1d_cdaf)
}

@Test func distributionsHaveTheirMoments() {
    var generator = SeededGenerator(seed: 7)
    let n = 20000
    var sums = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<n {
        let u = generator.uniform()
        let z = generator.normal()
        #expect(u >= 0 && u < 1)
        sums = (sums.0 + u, sums.1 + u * u, sums.2 + z, sums.3 + z * z)
    }
    let count = Double(n)
    #expect((sums.0 / count - 0.5).magnitude < 0.01 && (sums.1 / count - 1.0 / 3).magnitude < 0.01)
    #expect((sums.2 / count).magnitude < 0.03 && (sums.3 / count - 1).magnitude < 0.04)
}

@Test func permutationsAndIntegers() {
    var generator = SeededGenerator(seed: 3)
    for count in [0, 1, 2, 10, 100] { #expect(generator.permutation(count).sorted() == Array(0..<count)) }
    var seen = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { seen[generator.integer(below: 6)] += 1 }
    #expect(seen.allSatisfy { $0 > 850 && $0 < 1150 })
    #expect(SeededGenerator(seed: 5) == SeededGenerator(seed: 5))
}
