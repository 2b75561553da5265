func countWords() -> Int {
    let names = ["ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen", "ibis", "jay"]
    var counts: [String: Int] = [:]
    var state = 12345
    for _ in 0..<400_000 {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        let word = names[state / 65536 % 10] + names[state / 1024 % 10]
        counts[word, default: 0] += 1
    }
    var total = 0
    for (word, count) in counts { total += word.count * count }
    for key in counts.keys.sorted() { total = (total * 31 + counts[key]!) % 1_000_000_007 }
    return total
}

func twoSums() -> Int {
    var seen: [Int: Int] = [:]
    var pairs = 0
    var state = 1
    for index in 0..<500_000 {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        let number = state / 64 % 20_000
        if let other = seen[20_000 - number] { pairs += index - other }
        seen[number] = index
    }
    var unique = Set<Int>()
    for value in seen.values { unique.insert(value % 1000) }
    return pairs % 1_000_003 + unique.count + seen.count
}

print(countWords(), twoSums())
