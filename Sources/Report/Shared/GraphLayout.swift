import LessonModel

/// Where the nodes of a computation stand: a column for each depth, operands left of what is made of them, and in each
/// column in the order of their operands, so that few lines cross.
struct GraphLayout {
    /// Column and row of each node, from 0.
    private(set) var places: [(column: Int, row: Double)] = []
    private(set) var columns = 0
    /// The greatest row.
    private(set) var lowest = 0.0

    init(_ graph: ComputationGraph) {
        var depths: [Int] = []
        for (index, node) in graph.nodes.enumerated() {
            var depth = 0
            for operand in node.operands where operand >= 0 && operand < index {
                depth = max(depth, depths[operand] + 1)
            }
            depths.append(depth)
        }
        // Numbers that are given stand right before what first needs them.
        for index in graph.nodes.indices where graph.nodes[index].operands.isEmpty {
            var nearest: Int?
            for (user, node) in graph.nodes.enumerated() where node.operands.contains(index) {
                nearest = min(nearest ?? depths[user], depths[user])
            }
            if let nearest { depths[index] = max(0, nearest - 1) }
        }
        columns = (depths.max() ?? -1) + 1
        places = [(column: Int, row: Double)](repeating: (0, 0), count: graph.nodes.count)
        arrange(graph, depths)
    }

    /// From the last column to the first: a node stands beside what is made of it.
    private mutating func arrange(_ graph: ComputationGraph, _ depths: [Int]) {
        for column in stride(from: columns - 1, through: 0, by: -1) {
            var wanted: [(index: Int, row: Double)] = []
            for index in graph.nodes.indices where depths[index] == column {
                var sum = 0.0
                var count = 0
                for (user, node) in graph.nodes.enumerated() where depths[user] > column {
                    for (position, operand) in node.operands.enumerated() where operand == index {
                        sum += places[user].row + Double(position) - Double(node.operands.count - 1) / 2
                        count += 1
                    }
                }
                wanted.append((index, count == 0 ? Double(wanted.count) : sum / Double(count)))
            }
            wanted.sort { ($0.row, $0.index) < ($1.row, $1.index) }
            var free = -Double.infinity
            for entry in wanted {
                let row = max(entry.row, free)
                places[entry.index] = (column, row)
                free = row + 1
            }
        }
        var extent = Extent()
        for place in places { extent.add(place.row) }
        if extent.isEmpty { return }
        for index in places.indices { places[index].row -= extent.least }
        lowest = extent.most - extent.least
    }
}

extension ComputationGraph {
    /// `w · x`, `tanh(v3)`, or `given`.
    func origin(of node: Node) -> String {
        if node.operation.isEmpty { return "given" }
        var operands: [String] = []
        for place in node.operands where nodes.indices.contains(place) { operands.append(nodes[place].name) }
        guard let first = operands.first else { return node.operation }
        if operands.count == 2, let byte = node.operation.utf8.first, byte < 0x41 {
            return first + " " + node.operation + " " + operands[1]
        }
        var text = node.operation + "(" + first
        for operand in operands.dropFirst() { text += ", " + operand }
        return text + ")"
    }

    /// The same as a table, for terminals and for graphs too large to draw.
    var table: NumberTable {
        var rows: [[NumberTable.Entry]] = []
        for node in nodes {
            rows.append([.text(node.name), .text(origin(of: node)), .number(node.value), .number(node.slope)])
        }
        return NumberTable(title: title, columns: ["value", "computed as", "data", "gradient"], rows: rows)
    }
}
