import NeuralCore
import Testing

/// Tests/Fixtures/Engine/schedules.json, made with PyTorch by schedules.py there.
private struct SchedulesFixture: Decodable {
    struct Plateau: Decodable {
        let rate, factor, minimum: Double
        let patience: Int
        let losses, rates: [Double]
    }
    let step, exponential, cosine, warmUp: [Double]
    let plateau: [Plateau]
}

struct ScheduleTests {
    @Test func ratesAreThoseOfPyTorch() throws {
        let fixture: SchedulesFixture = try decoded("schedules.json")
        expectClose(Schedule.step(from: 0.1, factor: 0.5, every: 3).rates(12), fixture.step, "step")
        expectClose(Schedule.exponential(from: 0.1, factor: 0.9).rates(12), fixture.exponential, "exponential")
        expectClose(Schedule.cosine(from: 0.1, to: 0.001, over: 10).rates(11), fixture.cosine, "cosine")
        let warm = Schedule.warmUp(over: 5, then: .exponential(from: 0.1, factor: 0.8))
        expectClose(warm.rates(10), fixture.warmUp, "warm-up")
        for test in fixture.plateau {
            var plateau = ReduceOnPlateau(
                learningRate: test.rate, factor: test.factor, patience: test.patience, minimum: test.minimum)
            expectClose(test.losses.map { plateau.update($0) }, test.rates, "plateau")
        }
    }

    @Test func afterTheEnd() {
        #expect(Schedule.cosine(from: 0.1, to: 0.001, over: 10)(1000) == 0.001)
        #expect(Schedule.constant(0.3).rates(2) == [0.3, 0.3])
        var plateau = ReduceOnPlateau(learningRate: 1, factor: 0.5, patience: 0)
        // A loss that is not a number is never better.
        #expect([1, .nan, .nan].map { plateau.update($0) } == [1, 0.5, 0.25])
    }
}
