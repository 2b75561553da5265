import NeuralCore

/// Draws rows of numbers as a heat map: weights, attention, distances. Numbers below zero have a hue of their own.
///
///     heatmap(network.weights(ofLayer: 0), rows: ["h₁", "h₂"], columns: ["x₁", "x₂"], title: "weights")
public func heatmap(
    _ values: [[Double]], rows: [String] = [], columns: [String] = [], title: String = "", x: String = "",
    y: String = ""
) {
    let width = values.isEmpty ? 0 : values[0].count
    draw("matrix", title, x, y, rows + columns, flattened(values, width), [values.count, width, rows.count])
}

/// Draws a confusion matrix: a row for each actual class, a column for each predicted one.
public func show(_ matrix: ConfusionMatrix, title: String = "") {
    var values: [[Double]] = []
    for row in matrix.counts {
        var numbers: [Double] = []
        for count in row { numbers.append(Double(count)) }
        values.append(numbers)
    }
    heatmap(values, rows: matrix.names, columns: matrix.names, title: title, x: "predicted", y: "actual")
}

/// Draws several maps of one size over one scale: the filters of a convolution, the heads of attention.
public func heatmaps(_ maps: [[[Double]]], labels: [String] = [], title: String = "") {
    several("matrices", maps, labels, title)
}

/// Draws a picture from its pixels, row after row; the largest number is the darkest.
///
///     image(digits.inputs[0], width: 8, title: "a seven")
public func image(_ pixels: [Double], width: Int, title: String = "") {
    images([pixels], width: width, labels: [], title: title)
}

/// Draws several pictures of one size beside one another.
public func images(_ pictures: [[Double]], width: Int, labels: [String] = [], title: String = "") {
    var maps: [[[Double]]] = []
    for pixels in pictures where width > 0 {
        var rows: [[Double]] = []
        var row: [Double] = []
        for pixel in pixels {
            row.append(pixel)
            if row.count == width {
                rows.append(row)
                row = []
            }
        }
        maps.append(rows)
    }
    several("images", maps, labels, title)
}

/// Plots the points of a data set over what a function says everywhere around them: where the score passes one half, or
/// zero, the decision turns.
public func plot(
    _ data: Dataset, title: String = "", x: String = "x₁", y: String = "x₂", score: (Double, Double) -> Double
) {
    var box: [Double] = []
    for axis in 0..<2 {
        var least = Double.infinity
        var most = -Double.infinity
        for point in data.inputs where point.count >= 2 {
            if point[axis] < least { least = point[axis] }
            if point[axis] > most { most = point[axis] }
        }
        if least > most {
            least = 0
            most = 1
        }
        let margin = 0.1 * (most - least) > 0.05 ? 0.1 * (most - least) : 0.05
        box += [least - margin, most + margin]
    }
    var numbers = box
    for row in 0..<41 {
        for column in 0..<41 {
            let right = box[0] + (box[1] - box[0]) * (Double(column) / 40)
            let up = box[2] + (box[3] - box[2]) * (Double(row) / 40)
            numbers.append(score(right, up))
        }
    }
    let labels = data.labels
    for i in 0..<data.count where data.inputs[i].count >= 2 {
        numbers += [data.inputs[i][0], data.inputs[i][1], Double(labels[i])]
    }
    draw("field", title, x, y, [], numbers, [])
}

private func several(_ kind: String, _ maps: [[[Double]]], _ labels: [String], _ title: String) {
    let height = maps.isEmpty ? 0 : maps[0].count
    let width = height == 0 ? 0 : maps[0][0].count
    var numbers: [Double] = []
    for map in maps {
        var rows = map
        while rows.count > height { rows.removeLast() }
        while rows.count < height { rows.append([]) }
        numbers += flattened(rows, width)
    }
    draw(kind, title, "", "", labels, numbers, [height, width, maps.count])
}

/// Row after row, each as long as the first: shorter ones are filled with what is no number.
private func flattened(_ rows: [[Double]], _ width: Int) -> [Double] {
    var numbers: [Double] = []
    for row in rows {
        for column in 0..<width { numbers.append(column < row.count ? row[column] : Double.nan) }
    }
    return numbers
}
