// tier: 2
// A superclass's instance is none of the subclass.
class A {}
class B: A {}
let a: A = A()
print((a as! B))  // trap: as! failed: Could not
