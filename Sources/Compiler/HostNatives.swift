import Elementary
import Machine
import Semantics

/// Rarer operations, done in Swift. Arguments and results are raw words unless said otherwise; integer operations get
/// their `IntegerKind` as the last argument, floating-point ones whether they are of Float.
extension CompilerSession {
    /// The program's index of a native by its name in the Prelude; nil where there is none.
    func hostNative(_ name: String) -> Int? {
        if let index = natives[name] { return index }
        guard let native = HostNatives.make(name) else { return nil }
        program.natives.append(native)
        natives[name] = program.natives.count - 1
        return program.natives.count - 1
    }
}

enum HostNatives {
    typealias Registers = UnsafeMutablePointer<Int64>

    static func make(_ name: String) -> Native? {
        integer(name) ?? floating(name) ?? text(name)
    }

    private static func native(
        _ name: String, _ arguments: Int, _ results: Int, _ body: @escaping (Machine, Registers) -> Void
    ) -> Native {
        Native(name: name, argumentWords: arguments, resultWords: results) { machine, registers in
            body(machine, registers)
            return .done
        }
    }

    private static func kind(_ word: Int64) -> IntegerKind {
        IntegerKind(rawValue: UInt8(truncatingIfNeeded: word)) ?? .signed64
    }

    /// A word cut to a kind's bits, as an unsigned number.
    private static func pattern(_ word: Int64, _ kind: IntegerKind) -> UInt64 {
        let bits = UInt64(bitPattern: word)
        return kind.bits == 64 ? bits : bits & (1 << UInt64(kind.bits) - 1)
    }

    private static func wraps(_ value: Int64, _ kind: IntegerKind) -> Bool {
        value < kind.least || kind.bits < 64 && value > kind.greatest
    }

    // MARK: Integers

    private static func integer(_ name: String) -> Native? {
        switch name {
        case "integer.leadingZeroBitCount":
            return native(name, 2, 1) { _, r in
                let kind = kind(r[1])
                r[0] = Int64(pattern(r[0], kind).leadingZeroBitCount - (64 - kind.bits))
            }
        case "integer.trailingZeroBitCount":
            return native(name, 2, 1) { _, r in
                let kind = kind(r[1])
                r[0] = Int64(min(kind.bits, pattern(r[0], kind).trailingZeroBitCount))
            }
        case "integer.nonzeroBitCount":
            return native(name, 2, 1) { _, r in r[0] = Int64(pattern(r[0], kind(r[1])).nonzeroBitCount) }
        case "integer.addOverflows":
            return overflow(name, { $0.addingReportingOverflow($1) }, { $0.addingReportingOverflow($1) })
        case "integer.subtractOverflows":
            return overflow(name, { $0.subtractingReportingOverflow($1) }, { $0.subtractingReportingOverflow($1) })
        case "integer.multiplyOverflows":
            return overflow(
                name, { $0.multipliedReportingOverflow(by: $1) }, { $0.multipliedReportingOverflow(by: $1) })
        case "integer.multiplyHigh":
            return native(name, 3, 1) { _, r in
                let kind = kind(r[2])
                if kind == .unsigned64 {
                    let product = UInt64(bitPattern: r[0]).multipliedFullWidth(by: UInt64(bitPattern: r[1]))
                    r[0] = Int64(bitPattern: product.high)
                } else if kind == .signed64 {
                    r[0] = r[0].multipliedFullWidth(by: r[1]).high
                } else {
                    r[0] = (r[0] &* r[1]) >> Int64(kind.bits)
                }
            }
        case "integer.parse":
            return native(name, 3, 2) { machine, r in
                let value = parse(machine.string(r[0]) ?? "", radix: r[1], kind(r[2]))
                r[0] = value == nil ? 0 : 1
                r[1] = value ?? 0
            }
        case "integer.exactlyFloating":
            return native(name, 2, 2) { _, r in
                let value = exactly(Double(bitPattern: UInt64(bitPattern: r[0])), kind(r[1]))
                r[0] = value == nil ? 0 : 1
                r[1] = value ?? 0
            }
        default: return nil
        }
    }

    private static func overflow(
        _ name: String, _ signed: @escaping (Int64, Int64) -> (Int64, Bool),
        _ unsigned: @escaping (UInt64, UInt64) -> (UInt64, Bool)
    ) -> Native {
        native(name, 3, 1) { _, r in
            let kind = kind(r[2])
            if kind == .unsigned64 {
                r[0] = unsigned(UInt64(bitPattern: r[0]), UInt64(bitPattern: r[1])).1 ? 1 : 0
            } else {
                let (value, isOver) = signed(r[0], r[1])
                r[0] = isOver || wraps(value, kind) ? 1 : 0
            }
        }
    }

    private static func parse(_ text: String, radix: Int64, _ kind: IntegerKind) -> Int64? {
        if kind == .unsigned64 {
            return UInt64(text, radix: Int(truncatingIfNeeded: radix)).map { Int64(bitPattern: $0) }
        }
        guard let value = Elementary.parseInt64(utf8: text.utf8, radix: radix), !wraps(value, kind) else { return nil }
        return value
    }

    private static func exactly(_ value: Double, _ kind: IntegerKind) -> Int64? {
        if kind == .unsigned64 { return UInt64(exactly: value).map { Int64(bitPattern: $0) } }
        guard let number = Int64(exactly: value), !wraps(number, kind) else { return nil }
        return number
    }

    // MARK: Floating point

    private static func floating(_ name: String) -> Native? {
        switch name {
        case "floating.isNormal": return property(name, { $0.isNormal ? 1 : 0 }, { $0.isNormal ? 1 : 0 })
        case "floating.ulp": return property(name, { bits($0.ulp) }, { bits(Double($0.ulp)) })
        case "floating.exponent":
            return property(
                name, { Int64($0.isFinite && $0 != 0 ? $0.exponent : 0) },
                { Int64($0.isFinite && $0 != 0 ? $0.exponent : 0) })
        case "floating.significand": return property(name, { bits($0.significand) }, { bits(Double($0.significand)) })
        case "floating.nextUp": return property(name, { bits($0.nextUp) }, { bits(Double($0.nextUp)) })
        case "floating.remainder":
            return native(name, 3, 1) { _, r in
                let value = double(r[0]).remainder(dividingBy: double(r[1]))
                r[0] = bits(value)
            }
        case "floating.multiplyAdd":
            return native(name, 4, 1) { _, r in
                r[0] = bits(
                    Elementary.fusedMultiplyAdd(double(r[1]), double(r[2]), double(r[0]), isFloat: r[3] != 0))
            }
        case "floating.powerOfTwo":
            return native(name, 2, 1) { _, r in
                let exponent = Int(truncatingIfNeeded: max(-5000, min(5000, r[0])))
                let value = Double(sign: .plus, exponent: exponent, significand: 1)
                r[0] = bits(r[1] != 0 ? Double(Float(value)) : value)
            }
        case "floating.parse":
            return native(name, 2, 2) { machine, r in
                let text = machine.string(r[0]) ?? ""
                let value = Elementary.parseDouble(utf8: text.utf8)
                let isFloat = r[1] != 0
                r[0] = value == nil ? 0 : 1
                r[1] = bits(isFloat ? Double(Float(value ?? 0)) : value ?? 0)
            }
        case "floating.exactlyInteger":
            return native(name, 3, 2) { _, r in
                let isFloat = r[1] != 0
                let value: Double?
                if kind(r[2]) == .unsigned64 {
                    let number = UInt64(bitPattern: r[0])
                    value = isFloat ? Float(exactly: number).map { Double($0) } : Double(exactly: number)
                } else {
                    value = isFloat ? Float(exactly: r[0]).map { Double($0) } : Double(exactly: r[0])
                }
                r[0] = value == nil ? 0 : 1
                r[1] = bits(value ?? 0)
            }
        case "float.bits": return native(name, 1, 1) { _, r in r[0] = Int64(Float(double(r[0])).bitPattern) }
        case "float.fromBits":
            return native(name, 1, 1) { _, r in
                r[0] = bits(Double(Float(bitPattern: UInt32(truncatingIfNeeded: r[0]))))
            }
        case "float.fromWide":
            return native(name, 2, 1) { _, r in
                r[0] = bits(Double(r[1] != 0 ? Float(UInt64(bitPattern: r[0])) : Float(r[0])))
            }
        default: return nil
        }
    }

    private static func property(
        _ name: String, _ ofDouble: @escaping (Double) -> Int64, _ ofFloat: @escaping (Float) -> Int64
    ) -> Native {
        native(name, 2, 1) { _, r in
            let value = double(r[0])
            r[0] = r[1] != 0 ? ofFloat(Float(value)) : ofDouble(value)
        }
    }

    private static func double(_ word: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: word)) }
    private static func bits(_ value: Double) -> Int64 { Int64(bitPattern: value.bitPattern) }

    // MARK: Characters

    private static func text(_ name: String) -> Native? {
        switch name {
        case "string.byte":
            return native(name, 2, 1) { machine, r in
                let text = machine.string(r[0]) ?? ""
                let index = text.utf8.index(text.utf8.startIndex, offsetBy: Int(truncatingIfNeeded: max(0, r[1])))
                r[0] = index < text.utf8.endIndex ? Int64(text.utf8[index]) : 0
            }
        case "character.isMathSymbol": return flag(name) { $0.isMathSymbol }
        case "character.isCurrencySymbol": return flag(name) { $0.isCurrencySymbol }
        case "character.isCased": return flag(name) { $0.isCased }
        case "character.wholeNumberValue": return number(name) { $0.wholeNumberValue }
        case "character.hexDigitValue": return number(name) { $0.hexDigitValue }
        default: return nil
        }
    }

    private static func flag(_ name: String, _ test: @escaping (Character) -> Bool) -> Native {
        native(name, 1, 1) { machine, r in
            r[0] = machine.string(r[0])?.first.map(test) ?? false ? 1 : 0
        }
    }

    private static func number(_ name: String, _ value: @escaping (Character) -> Int?) -> Native {
        native(name, 1, 2) { machine, r in
            let result = machine.string(r[0])?.first.flatMap(value)
            r[0] = result == nil ? 0 : 1
            r[1] = Int64(result ?? 0)
        }
    }
}
