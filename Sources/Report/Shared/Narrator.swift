import LessonModel

/// The sentences of a pass in the order in which its steps happen.
public struct Narrator {
    private let sentences: PassSentences
    private var steps: [TracedPass.Step] = []

    /// The steps of a pass: its own where it has them, else generated ones. O(weights).
    public static func steps(of pass: TracedPass) -> [TracedPass.Step] {
        if !pass.steps.isEmpty { return pass.steps }
        var narrator = Narrator(pass)
        narrator.forward()
        if let loss = narrator.pass.loss { narrator.say(.loss, nil, nil, narrator.sentences.loss(loss)) }
        narrator.backward()
        for update in narrator.pass.updates { narrator.say(.update, nil, nil, narrator.sentences.update(update)) }
        return narrator.steps
    }

    private init(_ pass: TracedPass) { sentences = PassSentences(pass) }

    private var pass: TracedPass { sentences.pass }

    private mutating func say(_ phase: TracedPass.Phase, _ layer: Int?, _ unit: Int?, _ sentence: String) {
        steps.append(TracedPass.Step(phase: phase, layer: layer, unit: unit, sentence: sentence))
    }

    private mutating func forward() {
        for (layer, here) in pass.layers.enumerated() where sentences.hasInputs(layer) {
            for unit in here.z.indices { say(.forward, layer, unit, sentences.neuron(layer, unit)) }
        }
    }

    private mutating func backward() {
        for layer in pass.layers.indices.reversed() {
            let here = pass.layers[layer]
            guard here.dZ.count == here.biases.count else { continue }
            for unit in here.dZ.indices {
                if here.dA.indices.contains(unit) {
                    say(.backward, layer, unit, sentences.slopeOfActivation(layer, unit))
                }
                say(.backward, layer, unit, sentences.slopeOfSum(layer, unit))
                if here.dW.indices.contains(unit) { slopesOfWeights(layer, unit) }
                if here.db.indices.contains(unit) { say(.backward, layer, unit, sentences.slopeOfBias(layer, unit)) }
            }
        }
    }

    private mutating func slopesOfWeights(_ layer: Int, _ unit: Int) {
        let slopes = pass.layers[layer].dW[unit]
        for index in slopes.indices.prefix(FilledFormula.shownTerms) {
            say(.backward, layer, unit, sentences.slopeOfWeight(layer, unit, index))
        }
        if slopes.count > FilledFormula.shownTerms {
            let rest = slopes.count - FilledFormula.shownTerms
            say(.backward, layer, unit, sentences.furtherSlopes(layer, unit, rest))
        }
    }
}
