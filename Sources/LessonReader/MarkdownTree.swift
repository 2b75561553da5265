import CCmark

/// cmark's tree of a text; cmark goes no further than this module.
final class MarkdownTree {
    let root: Node

    /// Options: the default ones. Raw HTML stays in the tree as such, and becomes inert text later.
    init(_ bytes: [UInt8]) {
        let pointer = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, 0)
        }
        guard let pointer else { fatalError("cmark found no memory") }
        root = Node(pointer: pointer)
    }

    deinit { cmark_node_free(root.pointer) }

    /// A node of the tree, valid as long as the tree lives.
    struct Node {
        fileprivate let pointer: OpaquePointer

        var type: cmark_node_type { cmark_node_get_type(pointer) }
        var first: Node? { cmark_node_first_child(pointer).map(Node.init) }
        var next: Node? { cmark_node_next(pointer).map(Node.init) }
        /// From 0.
        var firstLine: Int { Int(cmark_node_get_start_line(pointer)) - 1 }
        var lastLine: Int { Int(cmark_node_get_end_line(pointer)) - 1 }
        /// In bytes, from 0.
        var firstColumn: Int { Int(cmark_node_get_start_column(pointer)) - 1 }
        var literal: String { string(cmark_node_get_literal(pointer)) }
        var info: String { string(cmark_node_get_fence_info(pointer)) }
        var url: String { string(cmark_node_get_url(pointer)) }
        var title: String { string(cmark_node_get_title(pointer)) }
        var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
        var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
        var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
        var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

        private func string(_ text: UnsafePointer<CChar>?) -> String {
            text.map { String(cString: $0) } ?? ""
        }

        /// The texts below the node, run together. Not recursive: for what is nested too deeply to be kept.
        var flattened: String {
            guard let iterator = cmark_iter_new(pointer) else { return "" }
            defer { cmark_iter_free(iterator) }
            var text = ""
            while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
                guard cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER,
                    let node = cmark_iter_get_node(iterator)
                else { continue }
                switch cmark_node_get_type(node) {
                case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH: text += " "
                default: text += string(cmark_node_get_literal(node))
                }
            }
            return text
        }
    }

    /// A paragraph, heading or code block: what holds text rather than blocks.
    struct Leaf {
        var type: cmark_node_type
        var firstLine: Int
        var firstColumn: Int
        var lastLine: Int
        /// How many quotes it lies in.
        var quoteDepth: Int

        var isCode: Bool { type == CMARK_NODE_CODE_BLOCK }
        var isParagraph: Bool { type == CMARK_NODE_PARAGRAPH }
    }

    /// The leaves in the order of the text. Not recursive.
    func leaves() -> [Leaf] {
        guard let iterator = cmark_iter_new(root.pointer) else { return [] }
        defer { cmark_iter_free(iterator) }
        var leaves: [Leaf] = []
        var quoteDepth = 0
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return leaves }
            guard let pointer = cmark_iter_get_node(iterator) else { continue }
            let node = Node(pointer: pointer)
            switch node.type {
            case CMARK_NODE_BLOCK_QUOTE: quoteDepth += event == CMARK_EVENT_ENTER ? 1 : -1
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_CODE_BLOCK:
                guard event == CMARK_EVENT_ENTER else { continue }
                leaves.append(
                    Leaf(
                        type: node.type, firstLine: node.firstLine, firstColumn: node.firstColumn,
                        lastLine: node.lastLine, quoteDepth: quoteDepth))
            default: continue
            }
        }
    }
}
