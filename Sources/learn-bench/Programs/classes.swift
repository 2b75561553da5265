class Shape {
    let name: String
    init(name: String) { self.name = name }
    func area() -> Double { 0 }
    func scale(by factor: Double) {}
}

class Circle: Shape {
    var radius: Double
    init(radius: Double) {
        self.radius = radius
        super.init(name: "circle")
    }
    override func area() -> Double { 3.14159 * radius * radius }
    override func scale(by factor: Double) { radius *= factor }
}

class Rectangle: Shape {
    var width: Double
    var height: Double
    init(width: Double, height: Double) {
        self.width = width
        self.height = height
        super.init(name: "rectangle")
    }
    override func area() -> Double { width * height }
    override func scale(by factor: Double) {
        width *= factor
        height *= factor
    }
}

final class Node {
    let value: Int
    var next: Node?
    init(_ value: Int) { self.value = value }
}

final class Stack {
    private var head: Node?
    private(set) var count = 0
    func push(_ value: Int) {
        let node = Node(value)
        node.next = head
        head = node
        count += 1
    }
    func pop() -> Int? {
        guard let node = head else { return nil }
        head = node.next
        count -= 1
        return node.value
    }
}

final class Tree {
    var key: Int
    var left: Tree?
    var right: Tree?
    init(_ key: Int) { self.key = key }
    func insert(_ new: Int) {
        var node = self
        while true {
            if new < node.key {
                guard let next = node.left else {
                    node.left = Tree(new)
                    return
                }
                node = next
            } else {
                guard let next = node.right else {
                    node.right = Tree(new)
                    return
                }
                node = next
            }
        }
    }
    func sum() -> Int { key + (left?.sum() ?? 0) + (right?.sum() ?? 0) }
}

func run() -> Int {
    var shapes: [Shape] = []
    for i in 0..<100 {
        if i % 2 == 0 {
            shapes.append(Circle(radius: Double(i)))
        } else {
            shapes.append(Rectangle(width: Double(i), height: 2))
        }
    }
    var area = 0.0
    for round in 0..<4000 {
        for shape in shapes {
            area += shape.area()
            shape.scale(by: round % 2 == 0 ? 1.5 : 0.5)
        }
    }
    let stack = Stack()
    for i in 0..<300_000 {
        stack.push(i)
        if i % 3 == 0 { _ = stack.pop() }
    }
    var total = 0
    while let value = stack.pop() { total += value }
    let tree = Tree(500_000)
    var state = 42
    for _ in 0..<40_000 {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        tree.insert(state % 1_000_000)
    }
    return Int(area) % 1_000_003 + total + tree.sum()
}
print(run())
