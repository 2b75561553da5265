// tier: 2
// An unowned reference whose object is gone.
class A {
    var x = 1
    deinit { print("bye") }
}
var a: A? = A()
unowned let u = a!
print(u.x)  // expect: 1
a = nil  // expect: bye
print("next")  // expect: next
print(u.x)  // trap: this unowned reference's object
