// tier: 1
// Bool, comparison, and the operators that stop at the first answer.
print(true && false, true || false, !true)  // expect: false true false
print(1 < 2, 2 <= 2, 3 > 4, 4 >= 5, 1 == 1, 1 != 1)  // expect: true true false false true false
print(1 < 2 && 2 < 3)  // expect: true
print(true || false && false)  // expect: true
func say(_ answer: Bool, _ name: String) -> Bool {
    print("asked", name)
    return answer
}
print(say(false, "a") && say(true, "b"))
// expect: asked a
// expect: false
print(say(true, "c") || say(true, "d"))
// expect: asked c
// expect: true
var on = false
on.toggle()
print(on)  // expect: true
print(1 < 2 ? "yes" : "no")  // expect: yes
let grade = 71
print(grade >= 90 ? "A" : grade >= 70 ? "B" : "C")  // expect: B
print("apple" < "banana", "b" < "abc", "a" == "a")  // expect: true false true
print(true == !false, true != true)  // expect: true false
