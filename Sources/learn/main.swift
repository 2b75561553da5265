import NeuralCore
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Networks of some size are trained by two threads, with the same results as by one.
Threads.count = min(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
exit(Command(output: .output, errors: .errors).run(Argument.ofProcess()).rawValue)
