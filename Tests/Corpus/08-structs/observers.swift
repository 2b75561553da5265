// tier: 2
// willSet and didSet of properties, overridden properties and plain variables.
class StepCounter {
    var totalSteps: Int = 0 {
        willSet(newTotalSteps) { print("About to set totalSteps to \(newTotalSteps)") }
        didSet {
            if totalSteps > oldValue { print("Added \(totalSteps - oldValue) steps") }
        }
    }
}
let sc = StepCounter()
sc.totalSteps = 200
// expect: About to set totalSteps to 200
// expect: Added 200 steps
sc.totalSteps += 160
// expect: About to set totalSteps to 360
// expect: Added 160 steps
struct Temp {
    var celsius: Double = 0 { didSet { celsius = max(celsius, -273.15) } }
    var f: Double {
        get { celsius * 9 / 5 + 32 }
        set { celsius = (newValue - 32) * 5 / 9 }
    }
}
var t = Temp()
t.celsius = -500
print(t.celsius, t.f)  // expect: -273.15 -459.66999999999996
t.f = 212
print(t)  // expect: Temp(celsius: 100.0)
func bump(_ x: inout Double) { x += 1 }
bump(&t.celsius)
bump(&t.f)
print(t.celsius)  // expect: 101.55555555555556
var global = 1 {
    willSet { print("will", newValue) }
    didSet { print("did", oldValue) }
}
global = 5
// expect: will 5
// expect: did 1
global *= 2
// expect: will 10
// expect: did 5
class Base { var v = 1 { didSet { print("base didSet") } } }
class Derived: Base {
    override var v: Int {
        didSet { print("derived didSet \(oldValue)->\(v)") }
        willSet { print("dws") }
    }
}
let d = Derived()
d.v = 7
// expect: dws
// expect: base didSet
// expect: derived didSet 1->7
