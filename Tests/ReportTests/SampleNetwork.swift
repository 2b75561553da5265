import Elementary
import LessonModel

/// The 2-2-1 network of the lessons, worked by hand so that no figure of a test is typed.
struct SampleNetwork {
    var w = [0.8, -0.8, -0.2, -0.7, -0.6, 0.9]
    var b = [0.7, 0.4, -0.2]

    static func sigmoid(_ z: Double) -> Double { 1 / (1 + Elementary.exp(-z)) }

    func predict(_ x1: Double, _ x2: Double) -> Double {
        let a1 = Self.sigmoid(w[0] * x1 + w[1] * x2 + b[0])
        let a2 = Self.sigmoid(w[2] * x1 + w[3] * x2 + b[1])
        return Self.sigmoid(w[4] * a1 + w[5] * a2 + b[2])
    }

    /// One pass forward and back for a row, with an update where a rate is given.
    func pass(_ x1: Double, _ x2: Double, answer y: Double, rate: Double?) -> TracedPass {
        let z = [w[0] * x1 + w[1] * x2 + b[0], w[2] * x1 + w[3] * x2 + b[1]]
        let a = [Self.sigmoid(z[0]), Self.sigmoid(z[1])]
        let z3 = w[4] * a[0] + w[5] * a[1] + b[2]
        let a3 = Self.sigmoid(z3)
        let da3 = 2 * (a3 - y)
        let dz3 = da3 * a3 * (1 - a3)
        let da = [dz3 * w[4], dz3 * w[5]]
        let dz = [da[0] * a[0] * (1 - a[0]), da[1] * a[1] * (1 - a[1])]
        let dW = [[dz[0] * x1, dz[0] * x2], [dz[1] * x1, dz[1] * x2]]
        let hidden = TracedPass.Layer(
            name: "hidden", unitNames: ["h1", "h2"], activation: "sigmoid", inputs: [x1, x2],
            weights: [[w[0], w[1]], [w[2], w[3]]], biases: [b[0], b[1]], z: z, a: a, dA: da, dZ: dz, dW: dW, db: dz)
        let output = TracedPass.Layer(
            name: "output", unitNames: ["o"], activation: "sigmoid", inputs: a, weights: [[w[4], w[5]]],
            biases: [b[2]], z: [z3], a: [a3], dA: [da3], dZ: [dz3], dW: [[dz3 * a[0], dz3 * a[1]]], db: [dz3])
        var updates: [TracedPass.Update] = []
        if let rate {
            let slopes = [dW[0][0], dW[0][1], dW[1][0], dW[1][1], dz3 * a[0], dz3 * a[1]]
            for index in w.indices {
                updates.append(
                    TracedPass.Update(
                        name: "w\(index + 1)", before: w[index], gradient: slopes[index], learningRate: rate,
                        after: w[index] - rate * slopes[index]))
            }
        }
        return TracedPass(
            line: 60, inputNames: ["x1", "x2"], inputs: [x1, x2], layers: [hidden, output],
            loss: TracedPass.Loss(
                name: "squared error", target: [y], prediction: [a3], value: (a3 - y) * (a3 - y)),
            updates: updates)
    }

    static let rows: [(x1: Double, x2: Double, y: Double)] = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]

    /// The mean loss of each epoch of full-batch training on XOR, and the network at the end.
    func trained(rate: Double, epochs: Int) -> (losses: [Double], network: SampleNetwork) {
        var network = self
        var losses: [Double] = []
        for _ in 0..<epochs {
            var dw = [Double](repeating: 0, count: 6)
            var db = [Double](repeating: 0, count: 3)
            var loss = 0.0
            for row in Self.rows {
                let pass = network.pass(row.x1, row.x2, answer: row.y, rate: 1)
                loss += (pass.loss?.value ?? 0) / 4
                for (index, update) in pass.updates.enumerated() { dw[index] += update.gradient / 4 }
                for (index, slope) in (pass.layers[0].db + pass.layers[1].db).enumerated() { db[index] += slope / 4 }
            }
            losses.append(loss)
            for index in dw.indices { network.w[index] -= rate * dw[index] }
            for index in db.indices { network.b[index] -= rate * db[index] }
        }
        return (losses, network)
    }

    func heatMap(title: String, size: Int) -> HeatMap {
        var values: [[Double]] = []
        for row in 0..<size {
            var line: [Double] = []
            for column in 0..<size {
                let x1 = -0.3 + 1.6 * Double(column) / Double(size - 1)
                let x2 = 1.3 - 1.6 * Double(row) / Double(size - 1)
                line.append(predict(x1, x2))
            }
            values.append(line)
        }
        var points: [HeatMap.Point] = []
        for row in Self.rows { points.append(HeatMap.Point(x: row.x1, y: row.x2, label: Int(row.y))) }
        return HeatMap(
            title: title, xLabel: "x₁", yLabel: "x₂", xRange: (-0.3, 1.3), yRange: (-0.3, 1.3), values: values,
            points: points)
    }
}
