import LessonModel

/// A computation as a graph: each value a box with its number above and its slope below, lines from operands to what is
/// made of them.
struct GraphSVG {
    /// Larger graphs are tables.
    static let largest = 48

    private static let box = (width: 108.0, height: 58.0)
    private static let pitch = (x: 156.0, y: 74.0)

    private let graph: ComputationGraph
    private let layout: GraphLayout
    private let hasSlopes: Bool

    /// nil for an empty graph and one that is too large to draw.
    init?(_ graph: ComputationGraph) {
        guard !graph.nodes.isEmpty, graph.nodes.count <= Self.largest else { return nil }
        self.graph = graph
        layout = GraphLayout(graph)
        hasSlopes = graph.nodes.contains { $0.slope != 0 }
    }

    func write(to html: inout HTMLWriter) {
        var drawing = Drawing(html)
        drawing.begin(
            "graph", width: Double(layout.columns - 1) * Self.pitch.x + Self.box.width + 4,
            height: layout.lowest * Self.pitch.y + Self.box.height + 4, description, isFixed: true)
        for (index, node) in graph.nodes.enumerated() {
            for operand in node.operands where graph.nodes.indices.contains(operand) {
                line(from: operand, to: index, &drawing)
            }
        }
        for (index, node) in graph.nodes.enumerated() { self.node(node, corner(index), &drawing) }
        drawing.end()
        html = drawing.html
    }

    private func corner(_ index: Int) -> Point {
        Point(
            x: 2 + Double(layout.places[index].column) * Self.pitch.x, y: 2 + layout.places[index].row * Self.pitch.y)
    }

    private func line(from operand: Int, to index: Int, _ drawing: inout Drawing) {
        let start = corner(operand)
        let end = corner(index)
        let x = start.x + Self.box.width
        let y = start.y + Self.box.height / 2
        let bend = (end.x - x) / 2
        drawing.path(
            "tie",
            "M" + pair(x, y) + "C" + pair(x + bend, y) + " " + pair(end.x - bend, end.y + Self.box.height / 2) + " "
                + pair(end.x, end.y + Self.box.height / 2))
    }

    private func node(_ node: ComputationGraph.Node, _ corner: Point, _ drawing: inout Drawing) {
        drawing.rectangle(
            node.operation.isEmpty ? "data" : "node", corner.x, corner.y, Self.box.width, Self.box.height, corner: 9)
        let middle = corner.x + Self.box.width / 2
        let own = node.operation.isEmpty ? node.name : node.operation
        let isNamed = !node.operation.isEmpty && !(node.name.utf8.first == 0x76 && node.name.utf8.count > 1)
        drawing.text(isNamed ? node.name + " = " + own : own, "lb", middle, corner.y + 17, "middle")
        drawing.text(Numbers.short(node.value), "num", middle, corner.y + 34, "middle")
        if hasSlopes { drawing.text("∂ " + Numbers.short(node.slope), "num d", middle, corner.y + 51, "middle") }
    }

    private func pair(_ x: Double, _ y: Double) -> String { Drawing.coordinate(x) + " " + Drawing.coordinate(y) }

    private var description: String {
        var words = (graph.title.isEmpty ? "Graph of a computation" : graph.title) + ":"
        for (index, node) in graph.nodes.enumerated() {
            words += (index == 0 ? " " : "; ") + node.name
            if !node.operation.isEmpty { words += " = " + graph.origin(of: node) }
            words += " is " + Numbers.short(node.value)
            if hasSlopes { words += ", slope " + Numbers.short(node.slope) }
        }
        return words + "."
    }
}
