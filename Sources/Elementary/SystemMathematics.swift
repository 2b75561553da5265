// `squareRoot()` and `rounded(_:)` are instructions on some machines and calls into the system's mathematics library
// on others, exact on all. The import is what makes a program without Foundation link that library; no function of it
// is named anywhere in this module.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
