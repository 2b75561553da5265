// tier: 2
// What goes together goes in order: an object first, then what it held, then its next neighbour; a list's link last.
final class Part {
    let name: String
    init(_ name: String) { self.name = name }
    deinit { print("gone", name) }
}
class Machine {
    let wheel = Part("wheel")
    var belt: Part? = Part("belt")
    deinit { print("gone machine") }
}
final class Robot: Machine {
    let arms = [Part("left"), Part("right")]
    deinit { print("gone robot") }
}

var machine: Machine? = Machine()
machine = nil
// expect: gone machine
// expect: gone wheel
// expect: gone belt

var robot: Robot? = Robot()
robot = nil
// expect: gone robot
// expect: gone machine
// expect: gone wheel
// expect: gone belt
// expect: gone left
// expect: gone right

var parts = [Part("1"), Part("2"), Part("3")]
parts.removeAll()
// expect: gone 1
// expect: gone 2
// expect: gone 3

final class Link {
    let name: String
    let next: Link?
    let charm: Part
    init(_ name: String, _ next: Link?) {
        self.name = name
        self.next = next
        charm = Part("charm \(name)")
    }
    deinit { print("gone link", name) }
}
var chain: [Link]? = [Link("a", Link("b", nil)), Link("c", nil)]
chain = nil
// expect: gone link a
// expect: gone charm a
// expect: gone link b
// expect: gone charm b
// expect: gone link c
// expect: gone charm c

final class Leaver {
    deinit {
        let own = [Part("made while leaving 1"), Part("made while leaving 2")]
        print("leaving with", own.count)
    }
}
var leavers: (Leaver, Part)? = (Leaver(), Part("neighbour"))
leavers = nil
// expect: leaving with 2
// expect: gone made while leaving 1
// expect: gone made while leaving 2
// expect: gone neighbour
