// tier: 2
// A struct whose properties all have values has init() as well, and so fulfils a protocol that asks for it.
protocol Plain {
    init()
}
struct Settings: Plain {
    var name = "none"
    var size: Int?
    var ratios = [0.5, 2]
}
func make<T: Plain>(_ type: T.Type) -> T { T() }
print(make(Settings.self))  // expect: Settings(name: "none", size: nil, ratios: [0.5, 2.0])
print(Settings(size: 3), Settings().size as Any, Settings(name: "x", ratios: []).ratios)
// expect: Settings(name: "none", size: Optional(3), ratios: [0.5, 2.0]) nil []
let makers: [() -> Settings] = [Settings.init]
print(makers[0]().name)  // expect: none
