extension TracedPass {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("line")
            writer.integer(line)
            writer.key("input_names")
            writer.strings(inputNames)
            writer.key("inputs")
            writer.numbers(inputs)
            writer.key("layers")
            writer.array(layers) { writer, layer in layer.write(to: &writer) }
            writer.key("loss")
            if let loss { loss.write(to: &writer) } else { writer.null() }
            writer.key("updates")
            writer.array(updates) { writer, update in update.write(to: &writer) }
            writer.key("steps")
            writer.array(steps) { writer, step in step.write(to: &writer) }
        }
    }
}

extension TracedPass.Layer {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("unit_names")
            writer.strings(unitNames)
            writer.key("activation")
            writer.string(activation)
            writer.key("inputs")
            writer.numbers(inputs)
            writer.key("weights")
            writer.numbers(weights)
            writer.key("biases")
            writer.numbers(biases)
            writer.key("z")
            writer.numbers(z)
            writer.key("a")
            writer.numbers(a)
            writer.key("da")
            writer.numbers(dA)
            writer.key("dz")
            writer.numbers(dZ)
            writer.key("dw")
            writer.numbers(dW)
            writer.key("db")
            writer.numbers(db)
        }
    }
}

extension TracedPass.Loss {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("target")
            writer.numbers(target)
            writer.key("prediction")
            writer.numbers(prediction)
            writer.key("value")
            writer.number(value)
        }
    }
}

extension TracedPass.Update {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("before")
            writer.number(before)
            writer.key("gradient")
            writer.number(gradient)
            writer.key("learning_rate")
            writer.number(learningRate)
            writer.key("after")
            writer.number(after)
        }
    }
}

extension TracedPass.Step {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("phase")
            writer.string(phase.word)
            writer.key("layer")
            if let layer { writer.integer(layer) } else { writer.null() }
            writer.key("unit")
            if let unit { writer.integer(unit) } else { writer.null() }
            writer.key("sentence")
            writer.string(sentence)
        }
    }
}
