// tier: 2
// Where all of what can be thrown is caught, nothing goes on after the clauses.
enum Fault: Error { case tooLarge }
func check(_ n: Int) throws(Fault) { if n > 2 { throw .tooLarge } }
func outcome(_ n: Int) -> Result<Int, Fault> {
    do {
        try check(n)
        return .success(n)
    } catch {
        return .failure(error)
    }
}
print(outcome(1), outcome(3))  // expect: success(1) failure(main.Fault.tooLarge)
func size(_ n: Int) -> String {
    let text: String
    do {
        try check(n)
        text = "small"
    } catch is Fault {
        text = "large"
    }
    return text
}
print(size(2), size(9))  // expect: small large
