// tier: 2
// Trees, delegates, callbacks and boxes with weak references.
class Node {
    let v: Int
    weak var parent: Node?
    var children: [Node] = []
    init(_ v: Int) { self.v = v }
    deinit { print("deinit \(v)") }
    func add(_ c: Node) {
        c.parent = self
        children.append(c)
    }
}
var root: Node? = Node(1)
root!.add(Node(2))
root!.add(Node(3))
let kid = root!.children[0]
print(kid.parent?.v ?? -1)  // expect: 1
root = nil
// expect: deinit 1
// expect: deinit 3
print(kid.parent?.v ?? -1, kid.parent == nil)  // expect: -1 true
protocol Del: AnyObject { func hi() }
class Ctl: Del {
    func hi() { print("hi") }
    deinit { print("ctl gone") }
}
class View {
    weak var delegate: Del?
    func tap() {
        delegate?.hi()
        if delegate == nil { print("no delegate") }
    }
}
let view = View()
var c: Ctl? = Ctl()
view.delegate = c
view.tap()  // expect: hi
c = nil  // expect: ctl gone
view.tap()  // expect: no delegate
class Timer {
    var cb: (() -> Void)?
    deinit { print("timer gone") }
}
class VM {
    var t = Timer()
    var n = 0
    func start() {
        t.cb = { [weak self] in
            guard let self else {
                print("gone")
                return
            }
            self.n += 1
            print(self.n)
        }
    }
    func start2() {
        t.cb = { [weak self] in
            self?.n += 10
            print(self?.n as Any)
        }
    }
    deinit { print("vm gone") }
}
var vm: VM? = VM()
vm!.start()
vm!.t.cb!()  // expect: 1
vm!.start2()
vm!.t.cb!()  // expect: Optional(11)
let cb = vm!.t.cb!
vm = nil
// expect: vm gone
// expect: timer gone
cb()  // expect: nil
struct WeakBox<T: AnyObject> { weak var value: T? }
var boxes: [WeakBox<Node>] = []
do {
    let n = Node(9)
    boxes.append(WeakBox(value: n))
    print(boxes[0].value!.v, boxes.count)
}
// expect: 9 1
// expect: deinit 9
print(boxes[0].value == nil)  // expect: true
print(boxes)  // expect: [main.WeakBox<main.Node>(value: nil)]
func f() {
    weak var x = Node(5)
    print(x == nil)
    let y = Node(6)
    weak var z = y
    print(z!.v)
    z = nil
    print(z == nil, y.v)
}
f()
// expect: deinit 5
// expect: true
// expect: 6
// expect: true 6
// expect: deinit 6
func mk() -> () -> Int? {
    let n = Node(7)
    weak var w = n
    return { w?.v }
}
print(mk()() as Any)
// expect: deinit 7
// expect: nil
var h: Node? = Node(11)
unowned let u = h!
print(u.v)  // expect: 11
let strong = u
h = nil
print(strong.v)  // expect: 11
