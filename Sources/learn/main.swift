import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

exit(Command(output: .output, errors: .errors).run(Argument.ofProcess()).rawValue)
