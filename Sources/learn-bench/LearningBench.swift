import CLessons
import Foundation
import NeuralCore

/// That networks of usual sizes learn what they ought to, in the time that a lesson has.
enum LearningBench {
    /// False where one does not.
    static func run() -> Bool {
        DataFiles.provider = { name in
            guard let file = bundled_data(name)?.pointee else { return nil }
            return [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
        let digits = Dataset.digits.split(train: 0.8, seed: 1, stratified: true)
        let iris = Dataset.iris.split(train: 0.7, seed: 1, stratified: true)
        let results = [
            measure("digits, dense 64-64-10", atLeast: 0.97, digits, epochs: 40) {
                Network([Dense(64, 64, activation: .relu), Dropout(0.2), Dense(64, 10)], seed: 1)
            },
            measure("digits, small CNN", atLeast: 0.98, digits, epochs: 20) {
                Network(
                    [
                        Conv2D(1, 8, kernel: 3, padding: 1, activation: .relu), MaxPool2D(2),
                        Conv2D(8, 16, kernel: 3, padding: 1, activation: .relu), MaxPool2D(2), Flatten(),
                        Dropout(0.2), Dense(64, 10),
                    ], input: [1, 8, 8], seed: 1)
            },
            measure("iris, dense 4-16-3", atLeast: 0.95, iris, epochs: 150) {
                Network([Dense(4, 16, activation: .tanh), Dense(16, 3)], seed: 1)
            },
        ]
        return results.allSatisfy { $0 }
    }

    private static func measure(
        _ name: String, atLeast wanted: Double, _ data: DataSplit, epochs: Int, _ make: () -> Network
    ) -> Bool {
        let start = DispatchTime.now().uptimeNanoseconds
        let network = make()
        network.fit(
            Examples(data.train.inputs, labels: data.train.labels), loss: .crossEntropyFromLogits,
            optimizer: Adam(learningRate: 0.003), epochs: epochs, batchSize: 32, shuffleSeed: 1,
            rate: { Schedule.cosine(from: 0.005, to: 0.0002, over: epochs)($0) })
        let accuracy = network.accuracy(Examples(data.test.inputs, labels: data.test.labels))
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        let line = String(
            format: "%.1f%% of the test set, wanted %.0f%%, %.1f s", 100 * accuracy, 100 * wanted, seconds)
        print("\(accuracy >= wanted ? "ok " : "NO ") \(name): \(line)")
        return accuracy >= wanted
    }
}
