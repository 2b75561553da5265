// tier: 2
// A property's own observers store without observers, also where a subclass observes it too.
class Speed {
    var value = 0.0 {
        willSet { print("will be", newValue) }
        didSet { if value > 100 { value = 100 } }
    }
}
final class Shown: Speed {
    override var value: Double {
        didSet { print("shown", oldValue, "->", value) }
    }
}
let speed = Shown()
speed.value = 250
// expect: will be 250.0
// expect: shown 0.0 -> 100.0
speed.value = 50
// expect: will be 50.0
// expect: shown 100.0 -> 50.0
let plain: Speed = speed
plain.value = 7
// expect: will be 7.0
// expect: shown 50.0 -> 7.0
