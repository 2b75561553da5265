// tier: 1
// Division by zero inside a function.
func f(_ n: Int) -> Int { 10 / n }  // trap: 10 / 0: division
print(f(0))
