/// How far apart two spellings are, for "did you mean …".
public enum Spelling {
    /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other
    /// (optimal string alignment). Words longer than 40 bytes, or that differ in length by more than `limit`,
    /// give `limit + 1`. O(length²).
    public static func distance(_ first: String, _ second: String, limit: Int) -> Int {
        let a = Array(first.utf8)
        let b = Array(second.utf8)
        if a.count > 40 || b.count > 40 || abs(a.count - b.count) > limit { return limit + 1 }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }

    /// The first of the nearest candidates that are at most two steps, and less than half the word's length, away.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        var best: String?
        var bestDistance = min(3, (word.utf8.count + 1) / 2)
        for candidate in candidates {
            let distance = distance(word, candidate, limit: 2)
            if distance < bestDistance {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }
}
