/// Pieces of source, one after `===`, that `swiftc -parse` takes, and we take as well.
let acceptedCases = split(
    ###"""
    var p: Int { 3 }
    ===
    struct S { var a: Int { get { 1 } set { } }; var b = 3 { didSet { print(oldValue) } }; var c: Int = f() { willSet(n) { } } }
    ===
    let x = a
        .map { $0 }
        .filter { $0 > 1 }
    ===
    let f = { (a: Int, b: inout Int) throws -> Int in a }
    ===
    let f = { [weak self, x = y + 1] (a, b) -> Int in a }
    ===
    let f = { [x] in x }
    ===
    let f: (Int, Int) -> Int = { a, b in a + b }
    ===
    let f = { a -> Int in a }
    ===
    let f = { _ in 1 }
    ===
    foo { 1 } bar: { 2 }
    ===
    foo(1) { 1 }
        bar: { 2 }
    ===
    switch x { case let (a, b)? where a == b: print(1)
    case (1...5, _): print(2)
    case is Int: print(3)
    case let z as String: print(z)
    case "a"..."f", -1: break
    case Foo.bar(x: 1, y: let q): break
    case Foo<Int>.bar: break
    case nil: break
    case .some(.some(let w)): break
    case (1 + 2) * 3: break
    case a.b.c + 1: break
    case .foo + 1: break
    case x?: break
    case f(3): break
    case Foo.bar(1): break
    @unknown default: break }
    ===
    if case let .a(x) = y, x > 1, let z, let w = q as? Int, var v: Int = 3 { }
    ===
    guard case .a = b else { return }
    ===
    for case let x? in xs where x > 1 { }
    ===
    for (i, x) in xs.enumerated() { }
    ===
    for (_, (a, b)) in xs { }
    ===
    for var x in xs { }
    ===
    while let x = it.next() { }
    ===
    repeat { } while x
    ===
    do { try f() } catch let e as E where e.x { } catch E.a, E.b { } catch { }
    ===
    do throws(E) { } catch { }
    ===
    func f<T: P & Q, U>(_ a: T, b c: inout U, d: Int..., e: @escaping () -> Void = {}, g: @autoclosure () -> Bool) throws(E) -> [T: U]? where T.X == U, U: R { }
    ===
    func +<T>(a: T, b: T) -> T { a }
    ===
    prefix func -(a: A) -> A { a }
    ===
    func ==<T>(a: A<T>, b: A<T>) -> Bool { true }
    ===
    func < (a: A, b: A) -> Bool { true }
    ===
    infix operator **: Mult
    precedencegroup Mult { associativity: left higherThan: A, B assignment: true }
    prefix operator √
    ===
    enum E: Int, P { case a = 1, b; indirect case c(Int, x: E = .a); static let z = 1; func f() {} }
    ===
    indirect enum E<T> where T: P { case a(E) }
    ===
    class A<T>: B, P where T: Q { required init?(x: Int) { super.init() }; deinit { }; class var y: Int { 1 }; override class func f() { }; convenience init() { self.init(x: 1)! }; static subscript(i: Int) -> Int { get { 1 } set { } }; lazy var q = { 1 }(); unowned(unsafe) let r: A; private(set) var s = 1; weak var t: A? }
    ===
    protocol P<A>: Q where A: R { associatedtype A: X = Int where A.B == Int; var x: Int { get }; var y: Int { get set }; static func f(_ x: Self) -> Self; init(); mutating func g(); subscript(i: Int) -> Int { get } }
    ===
    extension Array where Element == Int { }
    extension [Int]: P { }
    ===
    let k = \A.b.c[0]?.d!
    let k2 = \.self
    let k3 = xs.map(\.count)
    let k4 = \[Int].count
    let k5 = \Array<Int>.count
    ===
    let x = a ? b : c ? d : e
    ===
    let x = a < b
    let y = a<b && c>d
    let z = f(a < b, c > (d))
    let w = Array<Int>()
    let v = A<B<C>>.self
    let u = [A<B>]()
    let t = Dictionary<Int, Array<Int>>(x)
    let s = (a < b, c > d)
    ===
    let x: (Int, _ y: String) -> ((Int) throws -> Void)? = f
    ===
    let x: any P & Q = f
    func g() -> some P { }
    func h(_ x: some Collection<Int>) { }
    let y: (any P)? = nil
    let z: [any P] = []
    let w: any P.Type = X.self
    ===
    let x = [:] as [Int: Int]
    let y = [1: 2, 3: 4,]
    let z = [1, 2,]
    let w: [[Int]: [Int?]] = [:]
    ===
    let s = "a\(x)b\(y, z: 1)c\("nested \(1 + (2))")"
    ===
    let s = #"a\#(x)"b\n"#
    ===
    let s = """
        a
          b \(x)
        c \
        d
        """
    ===
    let x = if a { 1 } else if b { 2 } else { 3 }
    let y = switch a { case 1: 2
    default: 3 }
    func f() -> Int { return if a { 1 } else { 2 } }
    x = if a { 1 } else { 2 }
    ===
    outer: for i in 0..<3 { inner: while true { break outer; continue inner } }
    ===
    let x = try? f()
    let y = try! f() + 1
    x = try f()
    ===
    _ = x
    (a, b) = (b, a)
    a[i] += 1
    f(&x)
    ===
    let `class` = 1
    print(`class`)
    x.class
    x.default(in: 3, for: 4)
    ===
    @discardableResult func f() -> Int { 1 }
    @inlinable public func g() { }
    @available(*, deprecated, message: "x") func h() { }
    ===
    #if os(Linux)
    let a = 1
    #elseif os(macOS)
    let a = 2
    #else
    let a = 3
    #endif
    ===
    let x = a!.b![0]!.c
    let y = a?.b?[0]?.c()
    let z = a as! B as? C
    ===
    let x = -1
    let y = a - 1
    let z = a-1
    let w = !a && !b
    let v = ~x & y
    let u = x ..< y
    let t = x[1...]
    let s = x[...2]
    ===
    let a = x
    - 1
    ===
    let a = f
    (1)
    ===
    let a = f
    [1]
    ===
    let a = [1].map
    { $0 }
    ===
    let x = (+)
    let y = xs.reduce(0, +)
    let z = xs.sorted(by: >)
    ===
    let x = 0x1F + 0b101 + 0o17 + 1_000 + 1.5e3 + 0x1p3 + 0x1.8p-1
    ===
    t.0.1
    t.0.x
    ===
    typealias A<T> = [T]
    ===
    if x { } else { }
    if (x) { }
    if x == (y) { }
    if x, y { }
    if !x { }
    ===
    defer { print(1) }
    ===
    throw E.a
    ===
    func f() { return }
    func g() { return
    }
    ===
    a = b ; c = d
    ===
    let x, y: Int
    var z = 1, w = 2
    ===
    let (a, b) = (1, 2)
    let (c, d): (Int, Int) = (1, 2)
    ===
    let f = g.h(x:y:)
    let i = j(_:)
    ===
    let x = { $0 + $1 }(1, 2)
    ===
    func f(_: Int, _ b: Int) { }
    ===
    let x = self
    let y = Self.z
    let q = super.f()
    ===
    import Foundation
    import struct Foundation.Data
    ===
    var x: Int = 1 { didSet { } }
    ===
    let x = y.self
    let z = Int.self
    let w = Int?.none
    let v = [Int]?.none
    let u = (Int, Int).self
    let t = [Int: [String]]()
    let r = (() -> Void).self
    ===
    x ?? y
    a ?? b ?? c
    ===
    let a = b ? .x : .y
    ===
    let a = b ? -1 : +1
    ===
    let a: Int! = 1
    ===
    func f() -> (a: Int, b: Int) { (a: 1, b: 2) }
    ===
    func f() -> (Int) -> (Int) -> Int { { a in { b in a + b } } }
    ===
    /* a /* b */ c */ let x = 1 // d
    ===
    let x = a /* c */ + /* d */ b
    ===
    let 😀 = 1
    let π = 3.14
    ===
    if let x = xs.first(where: { $0 > 1 }) { }
    ===
    for x in xs.map({ $0 }) { }
    ===
    switch x { case 1: break; case 2: fallthrough; default: break }
    ===
    switch (a, b) { case (let x, 1): print(x); case let (x, y): print(y) }
    ===
    func f() { func g() { } ; g() }
    ===
    struct A { struct B { let x = 1 } ; static let c = B() ; init() { } ; func callAsFunction() {} }
    ===
    let x: Int = 3; let y = 4
    ===
    x.y = z
    x.init(1)
    A.init(1)
    ===
    let a = xs[0, 1]
    let b = xs[a: 1]
    ===
    let x = y is Int ? 1 : 2
    let z = y as? Int ?? 3
    ===
    let a = (1)
    let b = ()
    let c = (1, 2,)
    ===
    f(a, b,)
    ===
    let a = "\u{1F600}\t\0\'"
    ===
    let c: Character = "a"
    ===
    func f(if x: Int, in y: Int) { }
    f(if: 1, in: 2)
    ===
    let get = 1
    var set = 2
    get + set
    let left = 1, right = 2, none = 3
    let some = 1; let any = 2
    some + any
    ===
    struct S { var x: Int { mutating get { 1 } nonmutating set { } } }
    ===
    struct S { var x: Int { get throws { 1 } } }
    ===
    lazy var x = 1
    ===
    let x = a.b
      .c
      // comment
      .d()
    ===
    let f = { (x: Int) in
      x
    }
    ===
    let f = { () -> Int in 1 }
    ===
    let f = { (x) in x }
    ===
    let s = "a" + "b"
       + "c"
    ===
    let a = b as Int & P
    ===
    let x = [
      1,
      2
    ]
    ===
    f(
      a: 1,
      b: 2
    )
    ===
    if a
    {
    }
    else
    {
    }
    ===
    func f()
    {
    }
    ===
    func f() -> Int
    {
    }
    ===
    struct A
    {
    }
    ===
    let r = 0...
    for i in 0... { }
    ===
    let r = x[...]
    ===
    a...b
    ===
    let x = .some(1) ?? .none
    ===
    let x: [Int] = .init(repeating: 0, count: 3)
    ===
    print(x, terminator: "")
    ===
    var body: some P { x }
    ===
    a = { }
    ===
    let x = foo { x in } 
    ===
    foo { (x: Int, y) in }
    ===
    #!/usr/bin/env swift
    ===
    let x = a<b>c
    ===
    let x = a < b > c
    ===
    assert(x<y, "a")
    ===
    let x = Foo<Int>.bar<String>(1)
    ===
    f(g<h>(1))
    ===
    f(x: y ? 1 : 2)
    ===
    [a ? b : c: d]
    ===
    [1, 2].forEach { print($0) }
    ===
    (1...3).map { $0 }
    ===
    "abc".map { $0 }
    ===
    if x.contains(where: { $0 }) { }
    ===
    while i < n { i += 1 }
    ===
    if i < n { }
    ===
    if a<b { }
    ===
    if x is Foo<Int> { }
    ===
    return
    ===
    struct A { let x: Int = 1, y = 2 }
    ===
    enum A { case `default`, `init` }
    ===
    let x = A.default
    ===
    let x = .init
    ===
    switch a { case .init: break
    case .default: break
    default: break }
    ===
    func f(x: Int=3) {}
    ===
    let x: Array<Int>=[1]
    ===
    let x:Int=3
    ===
    let x=3
    ===
    a=b
    ===
    a<b
    ===
    a==b
    ===
    a!=b
    ===
    a?.b
    ===
    a ?b :c
    ===
    x = y ?1 : 2
    ===
    switch x { case .a(let y) where y > 1, .b(let y): print(1)
    default: break }
    ===
    let x: (Int, Int,) = (1, 2)
    ===
    let x: (Int, Int,) -> Int = f
    ===
    let x = { [a, b,] in 1 }
    ===
    enum A { case a(Int, Int,) }
    ===
    func f<A, B,>(a: A) {}
    let x = A<Int, Int,>()
    ===
    print("\(1, 2,)")
    ===
    switch x { case (a, b,): break
    default: break }
    ===
    func f(protocol: Int, in x: Int) {}
    ===
    struct A { var x: Int { @inline(__always) get { 1 } } }
    ===
    let a = xs[...]
    ===
    for x in xs { total += try f(x) }
    ===
    let x =
    3
    let y
    = 4
    foo(
    )
    ===
    if let x = y { } else if let z { }
    """###)
