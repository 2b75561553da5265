// tier: 1
// Comments, semicolons, and expressions over several lines.
/* a block /* may be nested */ comment */
let a = 1; let b = 2
print(a + b)  // expect: 3
/// A documentation comment is a comment too.
let long =
    a
    + b
    * 10
print(long)  // expect: 21
let list = [
    1,
    2,  // a comma after the last element is fine
]
print(list)  // expect: [1, 2]
print(
    a,
    b
)
// expect: 1 2
let c = a /* inside */ + b
print(c)  // expect: 3
