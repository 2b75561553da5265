func caesar(_ text: String, by shift: Int) -> String {
    var result = ""
    for character in text {
        if let code = character.asciiValue, code >= 97, code <= 122 {
            result.append(Character(UnicodeScalar((code - 97 + UInt8(shift)) % 26 + 97)))
        } else {
            result.append(character)
        }
    }
    return result
}

func isPalindrome(_ text: String) -> Bool {
    let letters = Array(text)
    var low = 0
    var high = letters.count - 1
    while low < high {
        if letters[low] != letters[high] { return false }
        low += 1
        high -= 1
    }
    return true
}

func run() -> Int {
    let text = "the quick brown fox jumps over the lazy dog while a madam noon level watches"
    var total = 0
    for round in 0..<6000 {
        let coded = caesar(text, by: round % 25 + 1)
        let words = coded.split(separator: " ")
        total += words.count
        for word in words where word.count > 4 { total += word.count }
        let joined = words.map { $0.uppercased() }.joined(separator: "-")
        if joined.hasPrefix("T") { total += 1 }
        if joined.contains("X") { total += joined.count }
        for word in text.split(separator: " ") where isPalindrome(String(word)) { total += 1 }
        total += "\(round): \(coded)".count
        total += String(joined.reversed()).count
    }
    return total
}
print(run())
