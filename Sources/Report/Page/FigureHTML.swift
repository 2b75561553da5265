import LessonModel

/// What a cell drew, as figures of the page.
extension PageWriter {
    /// Heat maps that follow one another stand side by side.
    mutating func write(_ figures: [Figure]) {
        var isRow = false
        for figure in figures {
            if case .heatMap(let map) = figure {
                if !isRow { html.markup("<div class=\"figs\">") }
                isRow = true
                write(map)
                continue
            }
            if isRow { html.markup("</div>\n") }
            isRow = false
            switch figure {
            case .lineChart(let chart): write(chart)
            case .network(let drawing): write(drawing)
            case .table(let table): write(table)
            case .bars(let chart): write(chart)
            case .histograms(let histograms): write(histograms)
            case .matrices(let matrices): write(matrices)
            case .graph(let graph): write(graph)
            case .heatMap: break
            }
        }
        if isRow { html.markup("</div>\n") }
    }

    private mutating func write(_ map: HeatMap) {
        figure("heat", map.title, without: "a map without values") { html in
            guard let drawing = HeatMapSVG(map) else { return false }
            drawing.write(to: &html)
            return true
        }
    }

    private mutating func write(_ chart: LineChart) {
        figure("plot", chart.title, without: "a chart without a finite point") { html in
            guard let drawing = ChartSVG(chart) else { return false }
            drawing.write(to: &html)
            return true
        }
    }

    private mutating func write(_ chart: BarChart) {
        figure("plot", chart.title, without: "bars without a finite number") { html in
            guard let drawing = BarsSVG(chart) else { return false }
            drawing.write(to: &html)
            return true
        }
    }

    /// A picture above its title; words stand for one that cannot be drawn.
    private mutating func figure(
        _ kind: String, _ title: String, without words: String, _ draw: (inout HTMLWriter) -> Bool
    ) {
        html.open("figure", [("class", kind)])
        if !draw(&html) { html.element("p", text: words) }
        if !title.isEmpty { html.element("figcaption", text: title) }
        html.markup("</figure>\n")
    }

    private mutating func write(_ drawing: NetworkDrawing) {
        write(networkOf: NetworkText.pass(of: drawing), caption: drawing.title)
    }

    private mutating func write(_ table: NumberTable) {
        let columns = NumberColumns(table)
        html.markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>")
        if !table.title.isEmpty { html.element("caption", text: table.title) }
        html.markup("<thead><tr>")
        for (column, name) in table.columns.enumerated() {
            if name.isEmpty {
                html.element("td", text: "")
                continue
            }
            html.open("th", [("scope", "col"), ("class", columns.areNumbers[column] ? "right" : "left")])
            html.pieces(SymbolScanner.pieces(name, .formula))
            html.close("th")
        }
        html.markup("</tr></thead><tbody>")
        for row in columns.rows {
            html.open("tr")
            for (column, text) in row.enumerated() {
                html.element("td", [("class", columns.areNumbers[column] ? "right" : "left")], text: text)
            }
            html.close("tr")
        }
        html.markup("</tbody></table></div>\n")
    }

    private mutating func write(_ histograms: Histograms) {
        html.markup("<figure class=\"several\"><div class=\"figs wide\">")
        for group in histograms.groups {
            html.markup("<div>")
            HistogramSVG(group, of: histograms).write(to: &html)
            html.close("div")
        }
        html.close("div")
        if !histograms.title.isEmpty { html.element("figcaption", text: histograms.title) }
        html.markup("</figure>\n")
    }

    private mutating func write(_ matrices: Matrices) {
        let scale = MatrixScale(matrices)
        html.markup("<figure class=\"several\">")
        html.open("div", [("class", "maps"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Heat maps")])
        for map in matrices.maps {
            guard let drawing = MatrixSVG(map, of: matrices, scale) else { continue }
            html.markup("<div>")
            drawing.write(to: &html)
            if !map.label.isEmpty { html.element("p", [("class", "caption")], text: map.label) }
            html.close("div")
        }
        html.close("div")
        if !matrices.title.isEmpty { html.element("figcaption", text: matrices.title) }
        html.markup("</figure>\n")
    }

    private mutating func write(_ graph: ComputationGraph) {
        guard let drawing = GraphSVG(graph) else {
            write(graph.table)
            return
        }
        html.markup("<figure class=\"network\" tabindex=\"0\" role=\"group\" aria-label=\"Graph of a computation\">")
        drawing.write(to: &html)
        if !graph.title.isEmpty { html.element("figcaption", text: graph.title) }
        html.markup("</figure>\n")
    }
}
