import LessonKit
import LessonModel

/// Pictures that a cell drew as figures of its record. Lists that do not fit together, which no function of LessonKit
/// reports, give no figure.
extension Picture {
    var figure: Figure? {
        switch kind {
        case .lines, .training, .scatter: lineChart.map { .lineChart($0) }
        case .bars: barChart
        case .histograms: histogramChart
        case .matrix: matrix
        case .matrices, .images: severalMaps
        case .field: field
        }
    }

    private var lineChart: LineChart? {
        var all = 0
        for count in counts { all += max(0, count) }
        guard numbers.count == 2 * all else { return nil }
        var series: [LineChart.Series] = []
        var start = 0
        for (index, count) in counts.enumerated() {
            let style: LineChart.Series.Style =
                kind == .training && index == 2 ? .mark : kind == .scatter && index == 0 ? .dots : .line
            let end = start + max(0, count)
            series.append(
                LineChart.Series(
                    name: index < texts.count ? texts[index] : "", x: [Double](numbers[start..<end]),
                    y: [Double](numbers[all + start..<all + end]), style: style))
            start = end
        }
        return LineChart(title: title, xLabel: xLabel, yLabel: yLabel, series: series)
    }

    private var barChart: Figure {
        var labels = texts
        while labels.count < numbers.count { labels.append("") }
        return .bars(
            BarChart(title: title, xLabel: xLabel, labels: [String](labels[..<numbers.count]), values: numbers))
    }

    private var histogramChart: Figure? {
        guard let bins = counts.last else { return nil }
        var groups: [(label: String, values: [Double])] = []
        var start = 0
        for (index, count) in counts.dropLast().enumerated() {
            guard count >= 0, start + count <= numbers.count else { return nil }
            groups.append((index < texts.count ? texts[index] : "", [Double](numbers[start..<start + count])))
            start += count
        }
        return .histograms(Histograms(title: title, xLabel: xLabel, groups: groups, bins: bins))
    }

    private var matrix: Figure? {
        guard counts.count == 3, counts[2] >= 0, counts[2] <= texts.count,
            let rows = rows(from: 0, counts[0], counts[1])
        else { return nil }
        return .matrices(
            Matrices(
                title: title, xLabel: xLabel, yLabel: yLabel, rowNames: [String](texts[..<counts[2]]),
                columnNames: [String](texts[counts[2]...]), maps: [Matrices.Map(values: rows)]))
    }

    private var severalMaps: Figure? {
        guard counts.count == 3, counts[2] >= 0 else { return nil }
        var maps: [Matrices.Map] = []
        for index in 0..<counts[2] {
            guard let rows = rows(from: index * counts[0] * counts[1], counts[0], counts[1]) else { return nil }
            maps.append(Matrices.Map(label: index < texts.count ? texts[index] : "", values: rows))
        }
        return .matrices(Matrices(title: title, maps: maps, arePictures: kind == .images))
    }

    private func rows(from start: Int, _ height: Int, _ width: Int) -> [[Double]]? {
        guard height >= 0, width >= 0, start >= 0, start + height * width <= numbers.count else { return nil }
        var rows: [[Double]] = []
        for row in 0..<height {
            rows.append([Double](numbers[start + row * width..<start + (row + 1) * width]))
        }
        return rows
    }

    private var field: Figure? {
        let size = 41
        let points = 4 + size * size
        guard numbers.count >= points, (numbers.count - points) % 3 == 0 else { return nil }
        var values: [[Double]] = []
        for row in (0..<size).reversed() {
            values.append([Double](numbers[4 + row * size..<4 + (row + 1) * size]))
        }
        var map = HeatMap(
            title: title, xLabel: xLabel, yLabel: yLabel, xRange: (numbers[0], numbers[1]),
            yRange: (numbers[2], numbers[3]), values: values)
        for place in stride(from: points, to: numbers.count, by: 3) {
            map.points.append(
                HeatMap.Point(x: numbers[place], y: numbers[place + 1], label: HeatMap.label(numbers[place + 2])))
        }
        return .heatMap(map)
    }
}
