import Foundation
import NeuralCore
import Testing

/// Tests/Fixtures/Engine/metrics.json, made with scikit-learn by metrics.py there.
private struct MetricsFixture: Decodable {
    struct Classification: Decodable {
        let classes: Int
        let predicted, actual: [Int]
        let accuracy: Double
        let matrix: [[Int]]
        /// By averaging; `each` has a figure for each class.
        let precision, recall, f1: [String: [Double]]
    }
    struct Ranking: Decodable {
        let scores: [Double]
        let labels: [Int]
        let area: Double
        let falsePositiveRates, truePositiveRates, thresholds: [Double]
    }
    struct Regression: Decodable {
        let predicted, actual: [Double]
        let meanAbsoluteError, meanSquaredError, rootMeanSquaredError, rSquared: Double
    }
    struct Scaling: Decodable {
        let rows, other, standardized, minMax: [[Double]]
        let means, deviations: [Double]
    }
    let classification: [Classification]
    let ranking: [Ranking]
    let regression: [Regression]
    let scaling: [Scaling]
}

struct MetricsTests {
    private static func fixture() throws -> MetricsFixture { try decoded("metrics.json") }

    @Test func classification() throws {
        for test in try Self.fixture().classification {
            let matrix = ConfusionMatrix(predicted: test.predicted, actual: test.actual, classes: test.classes)
            #expect(matrix.counts == test.matrix && matrix.total == test.actual.count)
            expectClose([accuracy(test.predicted, test.actual), matrix.accuracy], [test.accuracy, test.accuracy], "")
            let classes = 0..<test.classes
            expectClose(classes.map { matrix.precision(of: $0) }, try #require(test.precision["each"]), "precision")
            expectClose(classes.map { matrix.recall(of: $0) }, try #require(test.recall["each"]), "recall")
            expectClose(classes.map { matrix.f1(of: $0) }, try #require(test.f1["each"]), "F1")
            for average in Averaging.allCases {
                let name = average.rawValue
                expectClose([matrix.precision(average)], try #require(test.precision[name]), "precision \(name)")
                expectClose([matrix.recall(average)], try #require(test.recall[name]), "recall \(name)")
                expectClose([matrix.f1(average)], try #require(test.f1[name]), "F1 \(name)")
            }
            for label in classes {
                let all =
                    matrix.truePositives(of: label) + matrix.falsePositives(of: label)
                    + matrix.falseNegatives(of: label) + matrix.trueNegatives(of: label)
                #expect(all == matrix.total)
            }
        }
    }

    @Test func ranking() throws {
        for test in try Self.fixture().ranking {
            let roc = ROC(scores: test.scores, labels: test.labels)
            expectClose([roc.area], [test.area], "area")
            expectClose(roc.points.map(\.falsePositiveRate), test.falsePositiveRates, "false positives")
            expectClose(roc.points.map(\.truePositiveRate), test.truePositiveRates, "true positives")
            #expect(roc.points.dropFirst().map(\.threshold) == test.thresholds)
        }
    }

    @Test func regression() throws {
        for test in try Self.fixture().regression {
            let (p, t) = (test.predicted, test.actual)
            expectClose(
                [meanAbsoluteError(p, t), meanSquaredError(p, t), rootMeanSquaredError(p, t)],
                [test.meanAbsoluteError, test.meanSquaredError, test.rootMeanSquaredError], "errors")
            expectClose([rSquared(p, t)], [test.rSquared], "R²", absolute: 1e-13)
        }
        #expect(rSquared([3, 3], [3, 3]) == 1 && rSquared([2, 4], [3, 3]) == 0)
    }

    @Test func scaling() throws {
        for test in try Self.fixture().scaling {
            let standard = Standardizer(fitting: test.rows)
            expectClose(standard.means, test.means, "means", absolute: 1e-13)
            expectClose(standard.deviations, test.deviations, "deviations")
            let least = MinMaxScaler(fitting: test.rows)
            for (i, row) in test.other.enumerated() {
                expectClose(standard(row), test.standardized[i], "standardized", relative: 1e-11)
                expectClose(least(row), test.minMax[i], "min-max", relative: 1e-11)
                expectClose(standard.inverse(standard(row)), row, "back", absolute: 1e-12)
                expectClose(least.inverse(least(row)), [3] + row.dropFirst(), "back", absolute: 1e-12)
            }
        }
    }

    /// By hand: group "a" has two of class 1, one of them missed, and one of class 0, taken for 1.
    @Test func ratesOfGroups() {
        let rates = ratesByGroup(
            ["a", "b", "a", "a", "b"], predicted: [1, 0, 0, 1, 0], actual: [1, 0, 1, 0, 0])
        #expect(rates.map(\.group) == ["a", "b"] && rates.map(\.count) == [3, 2])
        #expect(rates.map(\.errorRate) == [2.0 / 3, 0] && rates.map(\.positiveRate) == [2.0 / 3, 0])
        #expect(rates.map(\.falsePositiveRate) == [1, 0] && rates.map(\.falseNegativeRate) == [0.5, 0])
        #expect(rates[0].description == "a: 3 examples, errors 66.7 %, false positives 100.0 %, false negatives 50.0 %")
    }

    @Test func classesOfOutputs() {
        #expect(predictedClasses([[0.5], [0.4999], [.nan]]) == [1, 0, 0])
        #expect(predictedClasses([[1, 3, 3], [-.infinity, -5, -6], [2, .nan, 9]]) == [1, 1, 1])
        #expect(predictedClasses([[0.6]], threshold: 0.7) == [0])
        #expect(oneHot([1, 0], classes: 2) == [[0, 1], [1, 0]])
        #expect(accuracy([[0.1, 0.9], [0.8, 0.2]], [[0, 1], [0, 1]]) == 0.5)
    }
}

/// A fixture of Tests/Fixtures/Engine.
func decoded<T: Decodable>(_ name: String, file: String = #filePath) throws -> T {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let url = tests.appendingPathComponent("Fixtures/Engine").appendingPathComponent(name)
    return try JSONDecoder().decode(T.self, from: Data(contentsOf: url))
}
