import LessonKit
import NeuralCore
import Testing

/// What a check can ask of the engine, as programs have it.
struct EngineLogTests {
    private final class Counter: EngineObserver {
        var count = 0
        func record(_ event: EngineEvent) { count += 1 }
    }

    private func network() -> Network {
        Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
    }

    @Test func oneStep() throws {
        let net = network()
        let counter = Counter()
        net.observer = counter
        let log = watch(net)
        let start = net.parameters
        _ = net.forward([1, 0])
        let loss = net.loss([1])
        net.backward()
        let gradient = net.gradients
        net.update(SGD(learningRate: 0.5))
        #expect(log.kinds == ["forward", "loss", "backward", "update"])
        #expect(log.steps[1].loss == loss)
        #expect(log.steps[2].gradient == gradient)
        #expect(log.steps[3].before == start && log.steps[3].after == net.parameters && log.steps[3].rate == 0.5)
        #expect(counter.count > 4)
    }

    @Test func twoStepsStayApart() {
        let net = network()
        let log = watch(net)
        for _ in 0..<2 {
            _ = net.forward([1, 0])
            _ = net.loss([1])
            net.backward()
        }
        net.update(SGD(learningRate: 0.5))
        net.update(SGD(learningRate: 0.25))
        #expect(log.kinds == ["forward", "loss", "backward", "forward", "loss", "backward", "update", "update"])
        #expect(log.steps[6].after == log.steps[7].before && log.steps[7].rate == 0.25)
        let copy = log.copy()
        _ = net.forward([1, 0])
        #expect(copy.steps.count == 8 && log.steps.count == 9)
    }

    @Test func endlessTrainingEndsTheLog() {
        let net = network()
        let log = watch(net)
        for _ in 0..<2 * EngineLog.limit { _ = net.forward([1, 0]) }
        #expect(log.steps.count == EngineLog.limit)
    }
}
