// tier: 2
// Replacing a method needs override.
class A { func f() {} }
class B: A { func f() {} }  // error: this replaces `f` of the
