// tier: 2
// unowned is for instances of classes.
struct T {}
class A { unowned var t: T; init(t: T) { self.t = t } }  // error: `unowned` is for instances of
