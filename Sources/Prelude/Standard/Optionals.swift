extension StandardLibrary {
    static let optionals = #"""
        @native("optional")
        enum Optional<Wrapped>: ExpressibleByNilLiteral {
            case none
            case some(Wrapped)

            init(_ some: Wrapped) { self = .some(some) }
            init(nilLiteral: ()) { self = .none }
            func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
                switch self {
                case .some(let value): return .some(try transform(value))
                case .none: return .none
                }
            }
            func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
                switch self {
                case .some(let value): return try transform(value)
                case .none: return .none
                }
            }
            mutating func take() -> Wrapped? {
                let result = self
                self = .none
                return result
            }
            var unsafelyUnwrapped: Wrapped { self! }

            static func == (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool {
                switch lhs {
                case .some: return false
                case .none: return true
                }
            }
            static func != (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool { !(lhs == rhs) }
            static func == (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool { rhs == lhs }
            static func != (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool { !(rhs == lhs) }
            static func ~= (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool { rhs == lhs }
        }

        /// What a `weak` or `unowned` variable is held as.
        struct _Weak<Instance> {
            weak var value: Instance?
            init(_ value: Instance?) { self.value = value }
        }
        struct _Unowned<Instance> {
            unowned var value: Instance
            init(_ value: Instance) { self.value = value }
        }

        /// What `nil` is in `x == nil`, so that `Wrapped` need not be `Equatable`.
        struct _OptionalNilComparisonType: ExpressibleByNilLiteral {
            init(nilLiteral: ()) {}
        }

        extension Optional: Equatable where Wrapped: Equatable {
            static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool {
                switch (lhs, rhs) {
                case (.some(let l), .some(let r)): return l == r
                case (.none, .none): return true
                default: return false
                }
            }
        }
        extension Optional: Hashable where Wrapped: Hashable {
            func hash(into hasher: inout Hasher) {
                switch self {
                case .none: hasher._combine(0)
                case .some(let value):
                    hasher._combine(1)
                    value.hash(into: &hasher)
                }
            }
        }
        extension Optional: CustomDebugStringConvertible {
            var debugDescription: String {
                switch self {
                case .none: return "nil"
                case .some(let value): return "Optional(" + String(reflecting: value) + ")"
                }
            }
        }

        @native("optional.coalesce")
        func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T) rethrows -> T
        @native("optional.coalesceOptional")
        func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T?) rethrows -> T?

        enum Result<Success, Failure: Error> {
            case success(Success)
            case failure(Failure)

            init(catching body: () throws(Failure) -> Success) {
                do {
                    self = .success(try body())
                } catch {
                    self = .failure(error)
                }
            }
            func get() throws(Failure) -> Success {
                switch self {
                case .success(let value): return value
                case .failure(let error): throw error
                }
            }
            func map<NewSuccess>(_ transform: (Success) -> NewSuccess) -> Result<NewSuccess, Failure> {
                switch self {
                case .success(let value): return .success(transform(value))
                case .failure(let error): return .failure(error)
                }
            }
            func mapError<NewFailure: Error>(_ transform: (Failure) -> NewFailure) -> Result<Success, NewFailure> {
                switch self {
                case .success(let value): return .success(value)
                case .failure(let error): return .failure(transform(error))
                }
            }
            func flatMap<NewSuccess>(
                _ transform: (Success) -> Result<NewSuccess, Failure>
            ) -> Result<NewSuccess, Failure> {
                switch self {
                case .success(let value): return transform(value)
                case .failure(let error): return .failure(error)
                }
            }
        }
        extension Result: Equatable where Success: Equatable, Failure: Equatable {}
        extension Result: Hashable where Success: Hashable, Failure: Hashable {}

        enum Never: Hashable, Error {}

        func == (l: (), r: ()) -> Bool { true }
        func != (l: (), r: ()) -> Bool { false }

        func == <A: Equatable, B: Equatable>(l: (A, B), r: (A, B)) -> Bool { l.0 == r.0 && l.1 == r.1 }
        func != <A: Equatable, B: Equatable>(l: (A, B), r: (A, B)) -> Bool { !(l == r) }
        func < <A: Comparable, B: Comparable>(l: (A, B), r: (A, B)) -> Bool { l.0 != r.0 ? l.0 < r.0 : l.1 < r.1 }
        func <= <A: Comparable, B: Comparable>(l: (A, B), r: (A, B)) -> Bool { l.0 != r.0 ? l.0 <= r.0 : l.1 <= r.1 }
        func > <A: Comparable, B: Comparable>(l: (A, B), r: (A, B)) -> Bool { l.0 != r.0 ? l.0 > r.0 : l.1 > r.1 }
        func >= <A: Comparable, B: Comparable>(l: (A, B), r: (A, B)) -> Bool { l.0 != r.0 ? l.0 >= r.0 : l.1 >= r.1 }

        func == <A: Equatable, B: Equatable, C: Equatable>(l: (A, B, C), r: (A, B, C)) -> Bool {
            l.0 == r.0 && l.1 == r.1 && l.2 == r.2
        }
        func != <A: Equatable, B: Equatable, C: Equatable>(l: (A, B, C), r: (A, B, C)) -> Bool { !(l == r) }
        func < <A: Comparable, B: Comparable, C: Comparable>(l: (A, B, C), r: (A, B, C)) -> Bool {
            l.0 != r.0 ? l.0 < r.0 : (l.1, l.2) < (r.1, r.2)
        }
        func <= <A: Comparable, B: Comparable, C: Comparable>(l: (A, B, C), r: (A, B, C)) -> Bool {
            l.0 != r.0 ? l.0 <= r.0 : (l.1, l.2) <= (r.1, r.2)
        }
        func > <A: Comparable, B: Comparable, C: Comparable>(l: (A, B, C), r: (A, B, C)) -> Bool {
            l.0 != r.0 ? l.0 > r.0 : (l.1, l.2) > (r.1, r.2)
        }
        func >= <A: Comparable, B: Comparable, C: Comparable>(l: (A, B, C), r: (A, B, C)) -> Bool {
            l.0 != r.0 ? l.0 >= r.0 : (l.1, l.2) >= (r.1, r.2)
        }

        func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(l: (A, B, C, D), r: (A, B, C, D)) -> Bool {
            l.0 == r.0 && l.1 == r.1 && l.2 == r.2 && l.3 == r.3
        }
        func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(l: (A, B, C, D), r: (A, B, C, D)) -> Bool {
            !(l == r)
        }
        func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(
            l: (A, B, C, D), r: (A, B, C, D)
        ) -> Bool {
            l.0 != r.0 ? l.0 < r.0 : (l.1, l.2, l.3) < (r.1, r.2, r.3)
        }
        """#
}
