/// Answers with the mistakes that readers make; the checks of the exercise must notice each.
enum Attempts {
    static let wrong: [Attempt] = lesson1 + lesson2 + lesson3 + lesson4 + lesson5
}
