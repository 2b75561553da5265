import LessonModel
import Testing

@testable import Report

@Suite struct NarratorTests {
    private func neuron(_ weights: [Double], _ inputs: [Double], _ bias: Double, _ activation: String) -> TracedPass {
        var z = 0.0
        for (weight, input) in zip(weights, inputs) { z += weight * input }
        z += bias
        return TracedPass(
            line: 1, inputNames: [], inputs: inputs,
            layers: [
                TracedPass.Layer(
                    name: "", unitNames: ["h1"], activation: activation, inputs: inputs, weights: [weights],
                    biases: [bias], z: [z], a: [activation == "sigmoid" ? SampleNetwork.sigmoid(z) : z])
            ])
    }

    @Test func aNeuronIsFilledIn() {
        let steps = Narrator.steps(of: neuron([0.5, -0.3], [1, 2], 0.1, "sigmoid"))
        #expect(steps.map(\.sentence) == ["h₁: z = 0.5·1.0 − 0.3·2.0 + 0.1 = 0.0, a = σ(0.0) = 0.5."])
    }

    @Test func signsAreWritten() {
        let steps = Narrator.steps(of: neuron([-0.5, 2], [-1, -3], -0.25, "identity"))
        #expect(steps.map(\.sentence) == ["h₁: z = −0.5·(−1.0) + 2.0·(−3.0) − 0.25 = −5.75, a = z = −5.75."])
    }

    @Test func longSumsAreCounted() {
        let sentence = Narrator.steps(
            of: neuron([Double](repeating: 1, count: 9), [Double](repeating: 1, count: 9), 0, ""))[0]
        #expect(sentence.sentence == "h₁: z = 1.0·1.0 + 1.0·1.0 + 1.0·1.0 + … (6 more) + 0.0 = 9.0, a = z = 9.0.")
    }

    @Test func recordedSentencesAreKept() {
        var pass = neuron([1], [1], 0, "")
        pass.steps = [TracedPass.Step(phase: .forward, layer: 0, unit: 0, sentence: "As it was recorded.")]
        #expect(Narrator.steps(of: pass).map(\.sentence) == ["As it was recorded."])
    }

    /// Slopes of a batch are not the product of one row's numbers, and no product is then claimed.
    @Test func noFalseProducts() {
        var pass = SampleNetwork().pass(1, 0, answer: 1, rate: 0.5)
        pass.layers[0].dW[0][0] = 0.5
        pass.updates[0].after = 0.123
        let sentences = Narrator.steps(of: pass).map(\.sentence)
        #expect(sentences.contains("∂L/∂w₁ = 0.5: raising w₁ would raise the loss."))
        #expect(sentences.contains("w₁ moves from 0.8 to 0.123."))
    }

    @Test func everyPhaseIsTold() {
        let steps = Narrator.steps(of: SampleNetwork().pass(1, 0, answer: 1, rate: 0.5))
        #expect(
            steps.map(\.phase.word).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
                == ["forward", "loss", "backward", "update"])
        #expect(steps.contains { $0.sentence == "x₂ is 0, so nothing came through w₂: ∂L/∂w₂ = 0.0." })
    }
}
