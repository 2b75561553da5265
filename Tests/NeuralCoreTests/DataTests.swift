import Foundation
import Testing

@testable import NeuralCore

struct DataTests {
    // MARK: CSV

    @Test func readsTables() {
        let table = Table(csv: "\u{FEFF}name,x,y\r\nada,1,\r\n\r\n\"b, \"\"c\"\"\nd\" , -2.5e3 ,3\r\n")
        #expect(table.columnNames == ["name", "x", "y"] && table.count == 2)
        #expect(table.texts("name") == ["ada", "b, \"c\"\nd"] && table.numbers("x") == [1, -2500])
        #expect(table.numbers("y")[0].isNaN && table.rows(["y", "x"])[1] == [3, -2500])
        #expect(table.isNumeric("y") && !table.isNumeric("name"))
        let kinds = Table(csv: "k\nb\na\nb\n")
        #expect(kinds.labels("k") == [0, 1, 0] && kinds.categories("k") == ["b", "a"])
        #expect(Table(csv: "a,b").count == 0 && Table(csv: "a\n1\n").texts("a") == ["1"])
    }

    @Test func refusesWhatIsNoTable() {
        func error(_ text: String) -> EngineError? {
            do throws(EngineError) {
                _ = try CSVFields(checking: Array(text.utf8))
                return nil
            } catch { return error }
        }
        #expect(error("") == .empty(operation: "CSV") && error("\n\r\n") == .empty(operation: "CSV"))
        #expect(error("a,b\n1\n") == .raggedRows(expected: 2, actual: 1, row: 0))
        #expect(error("a\n\"x\n\ny")?.message == "line 2 of the CSV has a quote that is not closed")
        #expect(error("a\n\"x\"y\n")?.message == "line 2 of the CSV has text behind a closing quote")
    }

    @Test func readsAnyBytes() throws {
        // What is not UTF-8 is replaced; a zero is a character like others.
        let fields = try CSVFields(checking: [0x61, 0x0A, 0xFF, 0x00, 0x0A])
        #expect(fields.texts(0) == ["\u{FFFD}\0"])
    }

    /// The files of Lessons/Data, as counted when they were chosen.
    @Test func bundledData() throws {
        DataFiles.provider = { name in
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            return (try? Data(contentsOf: root.appendingPathComponent("Lessons/Data/\(name)"))).map { [UInt8]($0) }
        }
        let digits = Dataset.digits
        #expect(digits.count == 1797 && digits.inputs[0].count == 64 && digits.inputs[0][2] == 5.0 / 16)
        #expect(digits.classCounts.count == 10 && digits.classCounts.reduce(0, +) == 1797)
        #expect(digits.targets[0] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        let iris = Dataset.iris
        #expect(iris.count == 150 && iris.classCounts == [50, 50, 50] && iris.inputs[0] == [5.1, 3.5, 1.4, 0.2])
        #expect(loadCSV("karate").count == 78 && loadCSV("karate-clubs.csv").count == 34)
        for name in ["", ".", "..", "../iris.csv", ".hidden", "a/b", "a b", "\0", String(repeating: "a", count: 101)] {
            #expect(throws: EngineError.self) { try Checked.data(name) }
        }
        #expect(throws: EngineError.badArgument(name: "the data file `none.csv`", reason: "is not there")) {
            try Checked.data("none.csv")
        }
    }

    // MARK: Parts

    @Test func splitsHaveEveryExampleOnce() {
        let data = Dataset(inputs: (0..<103).map { [Double($0)] }, targets: (0..<103).map { [$0 % 4 == 0 ? 1 : 0] })
        for stratified in [false, true] {
            let parts = data.split(train: 0.6, validation: 0.2, seed: 5, stratified: stratified)
            let all = parts.train.inputs + parts.validation.inputs + parts.test.inputs
            #expect(all.map { $0[0] }.sorted() == data.inputs.map { $0[0] } && all != data.inputs)
            #expect(parts == data.split(train: 0.6, validation: 0.2, seed: 5, stratified: stratified))
            #expect(parts != data.split(train: 0.6, validation: 0.2, seed: 6, stratified: stratified))
            for part in [parts.train, parts.validation, parts.test] {
                for (x, t) in zip(part.inputs, part.targets) { #expect(t[0] == (Int(x[0]) % 4 == 0 ? 1 : 0)) }
            }
            #expect((parts.train.count - 62).magnitude <= 1)
            guard stratified else { continue }
            // 26 of class 1 and 77 of class 0: 0.6 and 0.2 of each, rounded.
            #expect(parts.train.classCounts == [46, 16] && parts.validation.classCounts == [16, 5])
            // Mixed, not one class after the other.
            #expect(parts.train.labels != parts.train.labels.sorted())
        }
        #expect(data.split(train: 1).train.count == 103 && data.split(train: 0).test.count == 103)
    }

    @Test func batchesAndShuffling() {
        let data = Dataset.noisySine(10, seed: 1)
        let batches = data.batches(of: 4)
        #expect(batches.map(\.count) == [4, 4, 2] && batches[2].inputs == Array(data.inputs[8...]))
        #expect(data.batches(of: 100).count == 1 && Dataset(inputs: [], targets: []).batches(of: 3).isEmpty)
        let mixed = data.shuffled(seed: 3)
        #expect(mixed != data && mixed.inputs.map { $0[0] }.sorted() == data.inputs.map { $0[0] }.sorted())
        #expect(
            data.joined(with: mixed).count == 20 && data.subset([3, 3]).targets == [data.targets[3], data.targets[3]])
    }

    // MARK: Generators

    @Test func generatorsKeepTheirShapes() {
        for (x, t) in zip(Dataset.circles(50, seed: 1).inputs, Dataset.circles(50, seed: 1).targets) {
            expectClose([x[0] * x[0] + x[1] * x[1]], [t[0] == 0 ? 1 : 0.25], "circle")
        }
        for (i, x) in Dataset.spirals(100, seed: 2).inputs.enumerated() {
            let radius = (x[0] * x[0] + x[1] * x[1]).squareRoot()
            let angle = 3 * Double.pi * radius + (i % 2 == 1 ? .pi : 0)
            expectClose(x, [radius * cos(angle), radius * sin(angle)], "spiral", absolute: 1e-9)
        }
        for (x, t) in zip(Dataset.noisySine(50, noise: 0).inputs, Dataset.noisySine(50, noise: 0).targets) {
            expectClose(t, [sin(.pi * x[0])], "sine")
        }
        let blobs = Dataset.blobs(3000, classes: 3, deviation: 0.3, seed: 4)
        #expect(blobs.classCounts == [1000, 1000, 1000])
        let second = zip(blobs.inputs, blobs.labels).filter { $0.1 == 1 }.map { $0.0[1] }
        let mean = second.reduce(0, +) / 1000
        let variance = second.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 1000
        #expect((mean - 3.0.squareRoot() / 2).magnitude < 0.04 && (variance.squareRoot() - 0.3).magnitude < 0.03)
        #expect(Dataset.blobs(4, centers: [[1, 2, 3], [4, 5, 6]], deviation: 0).inputs[1] == [4, 5, 6])
        #expect(Dataset.moons(-3).count == 0 && Dataset.xor.labels == [0, 1, 1, 0])
    }

    // MARK: Images

    @Test func images() {
        let image = [1.0, 2, 3, 4, 5, 6]
        #expect(shifted(image, width: 3, right: 1) == [0, 1, 2, 0, 4, 5])
        #expect(shifted(image, width: 3, right: -1, down: 1, fill: 9) == [9, 9, 9, 2, 3, 9])
        #expect(
            shifted(image, width: 3, right: 5) == [0, 0, 0, 0, 0, 0] && flipped(image, width: 3) == [3, 2, 1, 6, 5, 4])
        let data = Dataset(inputs: [image, image], targets: [[0], [1]])
        let more = data.augmented(copies: 3, width: 3, shift: 1, flip: true, seed: 2)
        #expect(more.count == 8 && more.subset([0, 1]) == data && more.classCounts == [4, 4])
        #expect(more != data.augmented(copies: 3, width: 3, shift: 1, flip: true, seed: 3))
        #expect(data.augmented(copies: 1, width: 3, shift: 0).inputs[2] == image)
        let noise = data.augmented(copies: 1, width: 3, shift: 0, noise: 0.1).inputs[2]
        #expect(noise != image && zip(noise, image).allSatisfy { ($0 - $1).magnitude < 0.6 })
    }
}
