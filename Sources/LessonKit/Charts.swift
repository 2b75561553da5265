import NeuralCore

/// Plots how a figure went in training and in validation, and marks validation's best epoch: its lowest, or its highest
/// where that is best, as with an accuracy.
public func plot(
    train: [Double], validation: [Double], title: String = "", x: String = "epoch", y: String = "loss",
    highestIsBest: Bool = false
) {
    var best = -1
    for i in 0..<validation.count where validation[i].isFinite {
        if best < 0 || (highestIsBest ? validation[i] > validation[best] : validation[i] < validation[best]) {
            best = i
        }
    }
    var xs: [Double] = []
    for i in 0..<train.count { xs.append(Double(i)) }
    for i in 0..<validation.count { xs.append(Double(i)) }
    var ys = train + validation
    var counts = [train.count, validation.count]
    var labels = ["training", "validation"]
    if best >= 0 {
        // The x of all lines stand before their y.
        xs.append(Double(best))
        ys.append(validation[best])
        counts.append(1)
        labels.append("best at " + String(best))
    }
    draw("training", title, x, y, labels, xs + ys, counts)
}

/// Plots an activation function and its slope.
public func plot(_ activation: Activation, from: Double = -5, to: Double = 5, title: String = "") {
    var xs: [Double] = []
    var values: [Double] = []
    var slopes: [Double] = []
    for i in 0...200 {
        let z = from + (to - from) * (Double(i) / 200)
        xs.append(z)
        values.append(activation(z))
        slopes.append(activation.derivative(z))
    }
    let name = title.isEmpty ? activation.rawValue : title
    draw("lines", name, "z", "", ["a", "∂a/∂z"], xs + xs + values + slopes, [201, 201])
}

/// Plots the learning rate that a schedule gives each epoch.
public func plot(
    _ schedule: Schedule, epochs: Int, title: String = "", x: String = "epoch", y: String = "learning rate"
) {
    plot([schedule], labels: [""], epochs: epochs, title: title, x: x, y: y)
}

/// Plots several schedules, each with a label.
public func plot(
    _ schedules: [Schedule], labels: [String], epochs: Int, title: String = "", x: String = "epoch",
    y: String = "learning rate"
) {
    var xs: [Double] = []
    var ys: [Double] = []
    var counts: [Int] = []
    for schedule in schedules {
        for epoch in 0..<epochs {
            xs.append(Double(epoch))
            ys.append(schedule(epoch))
        }
        counts.append(epochs)
    }
    draw("lines", title, x, y, labels, xs + ys, counts)
}

/// Draws a dot for each pair of numbers; where one list is longer, its rest is left out.
public func scatter(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {
    let count = xs.count < ys.count ? xs.count : ys.count
    draw("scatter", title, x, y, [""], first(count, xs) + first(count, ys), [count])
}

/// Draws a dot for each pair of numbers, and a function through them.
public func scatter(
    _ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "", line: (Double) -> Double
) {
    let places = places(across: xs, ys)
    var values: [Double] = []
    for place in places { values.append(line(place)) }
    scatter(xs, ys, through: places, [values], labels: [""], title, x, y)
}

/// Draws a dot for each pair of numbers, and several functions through them, each with a label.
public func scatter(
    _ xs: [Double], _ ys: [Double], labels: [String], title: String = "", x: String = "", y: String = "",
    lines: [(Double) -> Double]
) {
    let places = places(across: xs, ys)
    var rows: [[Double]] = []
    for line in lines {
        var values: [Double] = []
        for place in places { values.append(line(place)) }
        rows.append(values)
    }
    scatter(xs, ys, through: places, rows, labels: labels, title, x, y)
}

/// 101 places from the least x of the dots to the largest; none without a dot.
private func places(across xs: [Double], _ ys: [Double]) -> [Double] {
    let count = xs.count < ys.count ? xs.count : ys.count
    if count == 0 { return [] }
    var least = xs[0]
    var most = xs[0]
    for value in first(count, xs) {
        if value < least { least = value }
        if value > most { most = value }
    }
    var places: [Double] = []
    for i in 0...100 { places.append(least + (most - least) * (Double(i) / 100)) }
    return places
}

private func scatter(
    _ xs: [Double], _ ys: [Double], through places: [Double], _ rows: [[Double]], labels: [String], _ title: String,
    _ x: String, _ y: String
) {
    let count = xs.count < ys.count ? xs.count : ys.count
    if count == 0 { return }
    var allX = first(count, xs)
    var allY = first(count, ys)
    var counts = [count]
    for row in rows {
        allX += places
        allY += row
        counts.append(row.count)
    }
    draw("scatter", title, x, y, [""] + labels, allX + allY, counts)
}

/// Draws a bar for each number, each with a label.
public func bars(_ values: [Double], labels: [String], title: String = "", x: String = "") {
    draw("bars", title, x, "", labels, values, [])
}

/// Draws how often numbers of each size occur.
public func histogram(_ values: [Double], bins: Int = 20, title: String = "", x: String = "") {
    histograms([values], labels: [""], bins: bins, title: title, x: x)
}

/// Draws a histogram for each group of numbers, such as the activations or the slopes of each layer, all over one range.
public func histograms(
    _ groups: [[Double]], labels: [String], bins: Int = 20, title: String = "", x: String = ""
) {
    var values: [Double] = []
    var counts: [Int] = []
    for group in groups {
        values += group
        counts.append(group.count)
    }
    counts.append(bins < 1 ? 1 : bins > 100 ? 100 : bins)
    draw("histograms", title, x, "", labels, values, counts)
}

private func first(_ count: Int, _ values: [Double]) -> [Double] {
    var result: [Double] = []
    for i in 0..<count { result.append(values[i]) }
    return result
}
