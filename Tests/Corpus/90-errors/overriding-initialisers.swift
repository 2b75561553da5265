// tier: 2
// `override` before init says that the superclass has the same one; a stored property overrides nothing.
class Shape {
    var sides = 0
    init() {}
    init(sides: Int) { self.sides = sides }
}
class Square: Shape {
    override init(corners: Int) { super.init(sides: corners) }  // error: there is no initialiser in the superclass
    init(sides: Int) { super.init(sides: sides) }  // error: this replaces `init` of the superclass
}
class Circle: Shape {
    override var sides = 1  // error: a stored property cannot override
}
class Alone {
    override init() {}  // error: there is no initialiser in the superclass
}
