import XCTest

/// Every path releases what it owns exactly once: the heap is recounted after each program.
final class OwnershipTests: XCTestCase {
    func testTemporariesAcrossNestedCalls() {
        expectOutput(
            """
            struct Box { var text: String; var items: [String] }
            func make(_ n: Int) -> Box { Box(text: "t\\(n)", items: ["a\\(n)", "b"]) }
            func join(_ a: String, _ b: [String], _ c: String) -> String { a + b[0] + c }
            print(join(make(1).text, make(2).items, make(3).text + make(4).items[1]))
            """, "t1a2t3b")
    }

    func testPlacesOfAllKinds() {
        expectOutput(
            """
            struct P { var x = 1; var items: [String] = ["a"]; var name = "n"; var z = 0.5; var w = 2 }
            class C { var p = P(); var list: [P] = [P()]; var maybe: P? = P(); var named: [String: P] = [:] }
            func change(_ p: inout P) { p.x += 1; p.items.append("b") }
            func two(_ a: inout Int, _ b: inout [String]) { a += 1; b.append("t\\(a)") }
            let c = C()
            change(&c.p)
            c.list[0].items.append("q")
            c.list[0].x += 5
            change(&c.list[0])
            c.maybe?.items.append("z")
            c.maybe!.x = 9
            change(&c.maybe!)
            c.named["k"] = P()
            c.named["k"]!.items.append("d")
            c.named["k"]?.x += 3
            change(&c.named["k"]!)
            c.named["m", default: P()].items.append("m")
            two(&c.list[0].x, &c.p.items)
            print(c.p.items, c.list[0].x, c.list[0].items, c.maybe!.x, c.maybe!.items)
            print(c.named["k"]!.x, c.named["k"]!.items, c.named["m"]!.items)
            """,
            """
            ["a", "b", "t8"] 8 ["a", "q", "b"] 10 ["a", "z", "b"]
            5 ["a", "d", "b"] ["a", "m"]
            """)
    }

    func testCopiesAreIndependent() {
        expectOutput(
            """
            var a = [[1], [2]]
            let b = a
            a[0].append(9)
            a[1][0] = 7
            var s = "x"
            let t = s
            s += "y"
            print(a, b, s, t)
            """, "[[1, 9], [7]] [[1], [2]] xy x")
    }

    func testLeavingScopesEarly() {
        expectOutput(
            """
            enum Fault: Error { case bad(String), worse }
            func step(_ n: Int) throws -> [String] {
                let kept = ["x\\(n)"]
                defer { print("left", n, kept) }
                if n > 1 { throw Fault.bad("n\\(n)") }
                return kept + ["y"]
            }
            do { print(try step(1)); print(try step(2)) } catch Fault.bad(let text) { print("bad", text) } catch { print(error) }
            print((try? step(3)) ?? ["none"])
            outer: for i in 0..<3 {
                let a = "a\\(i)"
                for j in 0..<3 {
                    let b = a + "b\\(j)"
                    if j == 1 { continue outer }
                    if i == 2 { break outer }
                    print(b)
                }
            }
            """,
            """
            left 1 ["x1"]
            ["x1", "y"]
            left 2 ["x2"]
            bad n2
            left 3 ["x3"]
            ["none"]
            a0b0
            a1b0
            """)
    }

    func testClosuresShareWhatTheyChange() {
        expectOutput(
            """
            func counter() -> () -> Int { var n = 0; return { n += 1; return n } }
            let first = counter(), second = counter()
            _ = first()
            print(first(), second())
            var log: [String] = []
            let add = { (s: String) in log.append(s) }
            add("one"); add("two")
            print(log)
            func twice(_ x: inout Int, _ f: (Int) -> Int) { [1, 2].forEach { _ in x = f(x) } }
            var x = 3
            twice(&x) { $0 * 2 }
            print(x)
            """,
            """
            2 1
            ["one", "two"]
            12
            """)
    }

    func testExistentials() {
        expectOutput(
            """
            protocol Shape { var area: Double { get }; mutating func grow(); func name() -> String }
            extension Shape { func name() -> String { "shape \\(area)" } }
            struct Square: Shape { var side: Double; var area: Double { side * side }; mutating func grow() { side += 1 } }
            final class Disc: Shape { var r = 2.0; var area: Double { r * 3 }; func grow() { r += 1 }; func name() -> String { "disc" } }
            var shapes: [any Shape] = [Square(side: 2), Disc()]
            var copy = shapes[0]
            for i in shapes.indices { shapes[i].grow() }
            copy.grow(); copy.grow()
            print(shapes.map { $0.name() }, copy.area)
            if let square = shapes[0] as? Square { print(square.side) }
            let things: [Any] = [1, "two", [1.5], (1, b: "x"), Square(side: 1)]
            print(things)
            """,
            """
            ["shape 9.0", "disc"] 16.0
            3.0
            [1, "two", [1.5], (1, b: "x"), main.Square(side: 1.0)]
            """)
    }

    func testClassesAndDeinit() {
        expectOutput(
            """
            class Node {
                let name: String
                var next: Node?
                init(_ name: String) { self.name = name }
                deinit { print("gone", name) }
            }
            func chain() -> String {
                let a = Node("a")
                a.next = Node("b")
                return a.name + a.next!.name
            }
            print(chain())
            """,
            """
            gone a
            gone b
            ab
            """)
    }
}
