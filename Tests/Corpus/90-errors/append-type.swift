// tier: 1
// An array takes elements of its own type, and has no push.
var a = [1, 2, 3]
a.append("x")  // error: this is a String, and
a.push(4)  // error: [Int] has no member `push`
