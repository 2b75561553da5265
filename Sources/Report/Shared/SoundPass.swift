import LessonModel

extension TracedPass {
    /// The pass with nothing in it that does not fit: a report reads its arrays without looking at every length.
    ///
    /// Values that are not as many as the layer's neurons count as unknown; layers that do not fit together, which no
    /// engine records, are dropped from the first such one on.
    var sound: TracedPass {
        var pass = self
        pass.layers = []
        var width = layers.first?.weights.first?.count ?? 0
        if inputs.count != width { pass.inputs = [] }
        for layer in layers {
            guard let fitting = layer.fitting(width), !fitting.biases.isEmpty else { break }
            pass.layers.append(fitting)
            width = fitting.biases.count
        }
        if pass.layers.count < layers.count { pass.loss = nil }
        return pass
    }
}

extension TracedPass.Layer {
    fileprivate func fitting(_ width: Int) -> TracedPass.Layer? {
        guard weights.count == biases.count, Self.isGrid(weights, width) else { return nil }
        var layer = self
        let count = biases.count
        if inputs.count != width { layer.inputs = [] }
        if z.count != count || a.count != count {
            layer.z = []
            layer.a = []
        }
        if layer.z.isEmpty || dZ.count != count || dA.count != count || db.count != count || dW.count != count
            || !Self.isGrid(dW, width)
        {
            layer.dA = []
            layer.dZ = []
            layer.dW = []
            layer.db = []
        }
        return layer
    }

    private static func isGrid(_ rows: [[Double]], _ width: Int) -> Bool {
        for row in rows where row.count != width { return false }
        return true
    }
}
