// tier: 2
// Typed throws in functions, closures and generic code.
enum E: Error { case a, b }
func f() throws(E) { throw .a }
do { try f() } catch .a { print("A") } catch { print(error) }  // expect: A
do { try f() } catch E.a { print("A") } catch { print(error) }  // expect: A
func g() throws(E) { try f() }
func h() throws { try f() }
do { try h() } catch { print(error is E) }  // expect: true
func k() throws(E) { do { try f() } catch { throw error } }
do { try k() } catch let e { print(e) }  // expect: a
let r: Result<Int, E> = Result { () throws(E) -> Int in
    try f()
    return 1
}
print(r)  // expect: failure(main.E.a)
func gen<X: Error>(_ b: () throws(X) -> Int) throws(X) -> Int { try b() }
do { print(try gen { () throws(E) -> Int in throw E.b }) } catch {
    switch error {
    case .a: print("ga")
    case .b: print("gb")
    }
}  // expect: gb
print(try gen { 5 })  // expect: 5
