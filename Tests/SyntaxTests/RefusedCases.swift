/// Pieces of source, one after `===`, that `swiftc -parse` refuses, and we refuse as well.
let refusedCases = split(
    ###"""
    let = 3
    ===
    let x 5
    ===
    let x = 
    ===
    let x = 1 2
    ===
    let x =1
    ===
    let x= 1
    ===
    a -b
    ===
    a- b
    ===
    a - b)
    ===
    f(1 2)
    ===
    [1 2]
    ===
    func f( { }
    ===
    func f {}
    ===
    func f() -> { }
    ===
    if { }
    ===
    for x in { }
    ===
    for x xs { }
    ===
    for i = 0 { }
    ===
    while { }
    ===
    switch x { 1: break }
    ===
    switch x { case 1 break }
    ===
    switch x { case 1: }
    ===
    switch x { print(1) }
    ===
    case 1: break
    ===
    else { }
    ===
    catch { }
    ===
    struct { }
    ===
    struct A { x = 1 }
    ===
    struct A { print(1) }
    ===
    class A { var x: }
    ===
    enum A { case }
    ===
    enum A { case .a }
    ===
    enum A { case a() }
    ===
    enum A { a }
    ===
    protocol P { func f() { } }
    ===
    let x: = 1
    ===
    let x: [Int = 1
    ===
    let x: (Int = 1
    ===
    let x: Array<Int = 1
    ===
    "a
    ===
    "a\(b"
    ===
    "a\("
    ===
    """a
    """
    ===
    """
      a
     b
      """
    ===
    """
    a"""
    ===
    "\q"
    ===
    "\u{}"
    ===
    "\u{110000}"
    ===
    /* a
    ===
    */
    ===
    }
    ===
    )
    ===
    {
    ===
    func f() {
    ===
    if x {
    ===
    f(
    ===
    [
    ===
    let class = 1
    ===
    func class() { }
    ===
    func f(x) { }
    ===
    func f(inout x: Int) { }
    ===
    x ? y
    ===
    x ? y :
    ===
    1 +
    ===
    +
    ===
    let x = -
    ===
    .
    ===
    x.
    ===
    x.1.
    ===
    try
    ===
    throw
    ===
    guard x { }
    ===
    guard x else
    ===
    repeat { }
    ===
    repeat { } while
    ===
    do { } catch
    ===
    return 1 2
    ===
    break 1
    ===
    import
    ===
    operator +
    ===
    infix operator a
    ===
    extension { }
    ===
    typealias A
    ===
    typealias A Int
    ===
    var x { 1 }
    ===
    let x = if a { 1 } + 2
    ===
    let x = 12abc
    ===
    let x = 0xg
    ===
    let x = 1e
    ===
    let x = 1.
    ===
    let x = 'a'
    ===
    let $x = 1
    ===
    #if os(Linux)
    let x = 1
    ===
    #endif
    ===
    #else
    ===
    #if
    #endif
    ===
    if x else { }
    ===
    if x { } else if { }
    ===
    if x { } else y
    ===
    func f() { } func g() { }
    ===
    let x = [1: 2, 3]
    ===
    let x = [1, 2: 3]
    ===
    let x = (a: 1
    ===
    a b
    ===
    foo bar baz
    ===
    let x = a ?? 
    ===
    a = = b
    ===
    a + * b
    ===
    ;
    ===
    a;;b
    ===
    in
    ===
    let x = { a, b
    ===
    { a in
    ===
    x as
    ===
    x is
    ===
    x as? 
    ===
    var x: Int { get set }
    ===
    var x: Int { get { 1 } foo { } }
    ===
    init() { } x
    ===
    class A { init { } }
    ===
    class A { deinit() { } }
    ===
    struct A { subscript(i: Int) { 1 } }
    ===
    struct A { subscript -> Int { 1 } }
    ===
    private private let x = 1
    ===
    static
    ===
    public
    ===
    public x
    ===
    let x = 1, 
    ===
    f(, a)
    ===
    f(a,, b)
    ===
    [a,, b]
    ===
    let (a, b = 1
    ===
    for (a b) in c { }
    ===
    let a.b = 1
    ===
    x = y = 
    ===
    func 1() { }
    ===
    struct 1 { }
    ===
    let s = "a" "b"
    ===
    a !b
    ===
    x. y
    ===
    let x = #"a"
    ===
    if let x = { }
    ===
    if case x { }
    ===
    if let case .a = b { }
    ===
    switch a { case let let x: break }
    ===
    switch { }
    ===
    switch a 
    ===
    guard let x = y
    ===
    default: break
    ===
    let x = f { } { }
    ===
    let x == 3
    ===
    a.b c
    ===
    func f() -> Int Int { }
    ===
    let x: Int Int
    ===
    precedencegroup A { foo: 1 }
    ===
    @ let x = 1
    ===
    let x = /
    ===
    f(a b: c)
    ===
    print("a" "b")
    ===
    for (var i = 0; i < 3; i++) { }
    ===
    let f = { (a b: Int) in }
    ===
    let f = { ((a, b)) in }
    ===
    1 = = 2
    ===
    let a = b
    ) c
    ===
    #if os(Linux)
    struct A {
    #endif
    }
    ===
    let x = 0b12
    ===
    let x = "a
    b"
    ===
    switch x { case 1: f()
     default: g() case 2: h() }
    ===
    f { } { }
    ===
    struct A { let x = 1; ; let y = 2 }
    ===
    foo: print(1)
    ===
    if let x = y, { }
    ===
    struct A { var x: Int { get } }
    ===
    var x: Int { set { } }
    ===
    func f() -> Int { 1 } + 2
    ===
    precedencegroup A { associativity: middle }
    ===
    switch x { default: break
    case 1: break }
    ===
    a.
    b
    ===
    let x: (a: Int) -> Int
    """###)
