// tier: 2
// Result, typed throws, rethrowing and errors that describe themselves.
enum NetErr: Error {
    case bad(Int)
    case timeout
}
func fetch(_ n: Int) -> Result<String, NetErr> { n > 0 ? .success("data\(n)") : .failure(.bad(n)) }
for n in [1, -1] {
    switch fetch(n) {
    case .success(let s): print(s)
    case .failure(let e): print("error", e)
    }
    print(fetch(n).map { $0.count })
}
// expect: data1
// expect: success(5)
// expect: error bad(-1)
// expect: failure(main.NetErr.bad(-1))
do { print(try fetch(-2).get()) } catch let NetErr.bad(c) { print("bad", c) } catch { print(error) }
// expect: bad -2
let r = Result { try fetch(3).get() }
print(r)  // expect: success("data3")
if case .success(let v) = r { print(v) }  // expect: data3
print((try? fetch(1).get()) ?? "none")  // expect: data1
func typed(_ x: Int) throws(NetErr) -> Int {
    if x < 0 { throw .timeout }
    return x
}
do { _ = try typed(-1) } catch {
    switch error {
    case .timeout: print("timeout")
    case .bad: print("bad")
    }
}  // expect: timeout
func rethrower(_ f: () throws -> Int) rethrows -> Int { try f() + 1 }
print(rethrower { 1 })  // expect: 2
print((try? rethrower { throw NetErr.timeout }) as Any)  // expect: nil
let x = fetch(-5).mapError { _ in NetErr.timeout }.flatMap { Result<Int, NetErr>.success($0.count) }
print(x)  // expect: failure(main.NetErr.timeout)
func cleanup() throws {
    print("open")
    defer { print("close") }
    throw NetErr.timeout
}
do { try cleanup() } catch { print("caught \(error)") }
// expect: open
// expect: close
// expect: caught timeout
struct ValidationError: Error, CustomStringConvertible {
    let field: String
    var description: String { "invalid \(field)" }
}
do { throw ValidationError(field: "age") } catch { print(error, "\(error)", error is ValidationError) }
// expect: invalid age invalid age true
