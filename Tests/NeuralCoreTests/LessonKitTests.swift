import LessonKit
import NeuralCore
import Testing

private final class Collector: LessonSink {
    var reports: [LessonReport] = []
    func receive(_ report: LessonReport) { reports.append(report) }

    /// What `body` reports.
    static func reports(_ body: () -> Void) -> [LessonReport] {
        let collector = Collector()
        Lesson.sink = collector
        defer { Lesson.sink = nil }
        body()
        return collector.reports
    }
}

// One after another: the sink belongs to the process.
@Suite(.serialized) struct LessonKitTests {
    @Test func expectationsAreReported() {
        let reports = Collector.reports {
            expect(0.5, near: 0.5000001)
            expect(0.5, near: 0.6, "too far")
            expect(.nan, near: 0, tolerance: 1)
            expect([1, 2], near: [1, 2, 3])
            expect(3, equals: 3)
            expect("a", equals: "b")
            expect([1.5, 2], equals: [1.5, 2])
            expect(SGD(learningRate: 1), equals: SGD(learningRate: 1))
            expectTrue(1 > 2, "no")
            expect(Tensor([1, 2]), near: Tensor([[1, 2]]))
        }
        let met = reports.map { report in
            if case .expectation(let e) = report { e.isMet } else { false }
        }
        #expect(met == [true, false, false, false, true, false, true, true, false, false])
        #expect(
            reports[1]
                == .expectation(Expectation(isMet: false, message: "too far", expected: "0.6", actual: "0.5")))
        #expect(
            reports[6]
                == .expectation(Expectation(isMet: true, message: "", expected: "[1.5, 2.0]", actual: "[1.5, 2.0]")))
    }

    @Test func plotsAndDrawings() throws {
        let net = Network([Dense(2, 3, activation: .tanh, seed: 1), Dense(3, 1, activation: .sigmoid)])
        let value = Value(2) * Value(3)
        let reports = Collector.reports {
            plot([3, 2, 1], title: "loss", x: "epoch", y: "L")
            plot([[1], [2, 3]], labels: ["a"])
            plot(from: 0, to: 1) { $0 * $0 }
            plot(net, .xor)
            show(net)
            _ = net.forward([[0, 1], [1, 0]])
            show(net)
            show(value)
            trace(net)
            _ = net.forward([1, 1])
        }
        guard case .plot(let first) = reports[0], case .plot(let second) = reports[1],
            case .plot(let third) = reports[2],
            case .points(let field) = reports[3], case .network(let before) = reports[4],
            case .network(let after) = reports[5], case .graph(let graph) = reports[6]
        else { throw EngineError.empty(operation: "reports") }
        #expect(first.lines[0].x == [0, 1, 2] && first.lines[0].y == [3, 2, 1] && first.xLabel == "epoch")
        #expect(second.lines.map(\.label) == ["a", ""] && third.lines[0].y[100] == 0.25)
        // The field's corners are what the network says there.
        #expect(field.field.count == 41 * 41 && field.field[0] == net.copy().forward([-0.1, -0.1])[0])
        #expect(field.field[41 * 41 - 1] == net.copy().forward([field.bounds[1], field.bounds[3]])[0])
        #expect(before.inputs.isEmpty && before.layers[0].sums.isEmpty && after.inputs == [1, 0])
        #expect(after.layers[1].activations == net.copy().forward([1, 0]) && after.layers[0].weights.count == 3)
        #expect(graph.nodes.map(\.data) == [2, 3, 6] && graph.nodes[2].parents == [0, 1])
        // forward, two layers.
        #expect(reports.count == 10)
    }

    /// Several lines over the same places; what has no counterpart is left out.
    @Test func linesOverPlaces() {
        let reports = Collector.reports {
            plot([-1, 0, 2], [[5, 6, 7], [8, 9]], labels: ["a", "b"], title: "two", x: "z", y: "f")
            plot([1], [2, 3], x: "x")
        }
        guard case .plot(let two) = reports[0], case .plot(let one) = reports[1] else {
            Issue.record("no plots")
            return
        }
        #expect(two.title == "two" && two.xLabel == "z" && two.yLabel == "f")
        #expect(two.lines.map(\.label) == ["a", "b"])
        #expect(two.lines.map(\.x) == [[-1, 0, 2], [-1, 0]] && two.lines.map(\.y) == [[5, 6, 7], [8, 9]])
        #expect(one.lines.map(\.x) == [[1]] && one.lines.map(\.y) == [[2]] && one.lines[0].label.isEmpty)
    }

    @Test func withoutASinkNothingHappens() {
        let net = Network([Dense(1, 1, seed: 1)])
        expect(1, equals: 2)
        show(net)
        trace(net)
        plot([1])
        #expect(net.observer == nil && !net.hasRun)
    }
}
