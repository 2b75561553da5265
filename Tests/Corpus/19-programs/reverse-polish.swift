// tier: 2
// A calculator on a stack with a dictionary of operators.
enum RPNError: Error {
    case stackUnderflow
    case badToken(String)
    case divideByZero
}
func rpn(_ s: String) throws -> Double {
    var st: [Double] = []
    let ops: [String: (Double, Double) throws -> Double] = [
        "+": (+), "-": { $0 - $1 }, "*": { $0 * $1 },
        "/": {
            guard $1 != 0 else { throw RPNError.divideByZero }
            return $0 / $1
        },
    ]
    for t in s.split(separator: " ").map(String.init) {
        if let v = Double(t) {
            st.append(v)
        } else if let op = ops[t] {
            guard let b = st.popLast(), let a = st.popLast() else { throw RPNError.stackUnderflow }
            st.append(try op(a, b))
        } else {
            throw RPNError.badToken(t)
        }
    }
    return st.last ?? 0
}
for e in ["3 4 + 2 *", "1 0 /", "1 +", "2 x", ""] {
    do { print(e, "=", try rpn(e)) } catch RPNError.badToken(let t) { print("bad", t) } catch { print(error) }
}
// expect: 3 4 + 2 * = 14.0
// expect: divideByZero
// expect: stackUnderflow
// expect: bad x
// expect:  = 0.0
