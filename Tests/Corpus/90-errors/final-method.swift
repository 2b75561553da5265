// tier: 2
// A final method cannot be replaced.
class A { final func f() {} }
class B: A { override func f() {} }  // error: `f` is final in the
