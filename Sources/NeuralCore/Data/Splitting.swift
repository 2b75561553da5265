/// Examples in three parts: to learn from, to choose by while learning, and to judge by once at the end.
public struct DataSplit: Equatable, Sendable {
    /// To learn from.
    public let train: Dataset
    /// To choose settings and the moment to stop by.
    public let validation: Dataset
    /// To judge by in the end, once.
    public let test: Dataset
}

extension Dataset {
    /// Splits the examples at random into a training, a validation and a test part, which has what remains.
    ///
    /// - Parameters:
    ///   - train: The share to train on, 0 to 1.
    ///   - validation: The share to validate on.
    ///   - seed: Decides which example goes where.
    ///   - stratified: Whether each class is split by itself, so that every part has the classes in the same proportion.
    public func split(train: Double, validation: Double = 0, seed: Int = 0, stratified: Bool = false) -> DataSplit {
        if !(train >= 0 && validation >= 0 && train + validation <= 1) {
            EngineError.badArgument(name: "train and validation", reason: "must be shares that add up to 1 at most")
                .stop()
        }
        var generator = SeededGenerator(seed: seed)
        let order = generator.permutation(count)
        var groups: [[Int]] = [order]
        if stratified {
            let labels = labels
            groups = [[Int]](repeating: [], count: classCounts.count)
            for place in order { groups[labels[place]].append(place) }
        }
        var first: [Int] = []
        var second: [Int] = []
        var third: [Int] = []
        for group in groups {
            let size = Double(group.count)
            let middle = Int((train * size).rounded())
            let end = Int(((train + validation) * size).rounded())
            first += group[0..<middle]
            second += group[middle..<end]
            third += group[end..<group.count]
        }
        if stratified {
            // Each part has one class after another so far.
            for part in 0..<3 {
                var places = part == 0 ? first : (part == 1 ? second : third)
                let mixed = generator.permutation(places.count)
                places = mixed.map { places[$0] }
                if part == 0 { first = places } else if part == 1 { second = places } else { third = places }
            }
        }
        return DataSplit(train: subset(first), validation: subset(second), test: subset(third))
    }
}
