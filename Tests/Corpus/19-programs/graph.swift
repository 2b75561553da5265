// tier: 2
// Breadth and depth first search, shortest ways.
struct Graph {
    private var adj: [String: [(String, Int)]] = [:]
    mutating func edge(_ a: String, _ b: String, _ w: Int = 1) {
        adj[a, default: []].append((b, w))
        adj[b, default: []].append((a, w))
    }
    func bfs(_ s: String) -> [String] {
        var seen: Set<String> = [s]
        var q = [s]
        var out = [String]()
        while !q.isEmpty {
            let n = q.removeFirst()
            out.append(n)
            for (m, _) in adj[n] ?? [] where !seen.contains(m) {
                seen.insert(m)
                q.append(m)
            }
        }
        return out
    }
    func dijkstra(_ s: String) -> [String: Int] {
        var dist = [s: 0]
        var todo = Set(adj.keys)
        while let u = todo.filter({ dist[$0] != nil }).min(by: { dist[$0]! < dist[$1]! }) {
            todo.remove(u)
            for (v, w) in adj[u]! {
                let nd = dist[u]! + w
                if nd < dist[v, default: .max] { dist[v] = nd }
            }
        }
        return dist
    }
    func dfs(_ n: String, _ seen: inout Set<String>, _ visit: (String) -> Void) {
        guard seen.insert(n).inserted else { return }
        visit(n)
        adj[n]?.forEach { dfs($0.0, &seen, visit) }
    }
}
var g = Graph()
g.edge("A", "B", 4)
g.edge("A", "C")
g.edge("C", "B", 2)
g.edge("B", "D", 5)
print(g.bfs("A"))
print(g.dijkstra("A").sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
var seen = Set<String>()
g.dfs("A", &seen) { print($0, terminator: " ") }
print()
// expect: ["A", "B", "C", "D"]
// expect: ["A=0", "B=3", "C=1", "D=8"]
// expect: A B C D 
