extension StandardLibrary {
    static let booleans = #"""
        @native("bool") struct Bool: Hashable, LosslessStringConvertible, ExpressibleByBooleanLiteral {
            @native("bool.literal") init(booleanLiteral value: Bool)
            init(_ value: Bool) { self = value }
            init() { self = false }
            init?(_ description: String) {
                if description == "true" {
                    self = true
                } else if description == "false" {
                    self = false
                } else {
                    return nil
                }
            }
            var description: String { self ? "true" : "false" }
            mutating func toggle() { self = !self }
            func hash(into hasher: inout Hasher) { hasher._combine(self ? 1 : 0) }
            static func random() -> Bool {
                var generator = SystemRandomNumberGenerator()
                return random(using: &generator)
            }
            static func random<T: RandomNumberGenerator>(using generator: inout T) -> Bool {
                (generator.next() >> 17) & 1 == 0
            }

            @native("bool.not") static prefix func ! (a: Bool) -> Bool
            @native("bool.equal") static func == (lhs: Bool, rhs: Bool) -> Bool
            @native("bool.notEqual") static func != (lhs: Bool, rhs: Bool) -> Bool
            @native("bool.and")
            static func && (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
            @native("bool.or")
            static func || (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
        }
        """#
}
