/// The words that Swift's grammar knows. Those up to `where` are reserved; the others mean something only in places
/// and are identifiers elsewhere.
public enum Word: String, CaseIterable, Sendable {
    case none = ""

    case wildcard = "_"
    case `Any`
    case `Self`
    case `as`
    case `associatedtype`
    case `break`
    case `case`
    case `catch`
    case `class`
    case `continue`
    case `default`
    case `defer`
    case `deinit`
    case `do`
    case `else`
    case `enum`
    case `extension`
    case `fallthrough`
    case `false`
    case `fileprivate`
    case `for`
    case `func`
    case `guard`
    case `if`
    case `import`
    case `in`
    case `init`
    case `inout`
    case `internal`
    case `is`
    case `let`
    case `nil`
    case `operator`
    case `precedencegroup`
    case `private`
    case `protocol`
    case `public`
    case `repeat`
    case `rethrows`
    case `return`
    case `self`
    case `static`
    case `struct`
    case `subscript`
    case `super`
    case `switch`
    case `throw`
    case `throws`
    case `true`
    case `try`
    case `typealias`
    case `var`
    case `while`
    case `where`

    case actor, any, async, await, borrowing, consuming, convenience, didSet, distributed, dynamic, each, final, get
    case indirect, infix, isolated, lazy, left, macro, mutating, nonisolated, nonmutating, open, optional, override
    case package, postfix, prefix, `repeating`, required, right, sending, set, some, unowned, weak, willSet
    case `Protocol`
    case `Type`
    case associativity, assignment, higherThan, lowerThan, unsafe, unknown, consume, copy, discard, macros, yield
    case _modify, _read, available, selector, elseif, endif, error, warning, sourceLocation, file, fileID, filePath
    case of, line, column, function, dsohandle, unavailable, keyPath, externalMacro, colorLiteral, imageLiteral
    case fileLiteral
}
