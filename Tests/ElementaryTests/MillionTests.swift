import Foundation
import Testing

@testable import Elementary

private let folder = ProcessInfo.processInfo.environment["LEARN_MILLION"].map { URL(fileURLWithPath: $0) }

/// The functions that training lives on, at a million arguments each against correctly rounded results, which
/// Tests/Fixtures/Engine/million.py writes into a folder that `LEARN_MILLION` names.
@Suite(.enabled(if: folder != nil, "LEARN_MILLION names no folder (Tests/Fixtures/Engine/million.py fills one)"))
struct MillionTests {
    private static let unary: [String: @Sendable (Double) -> Double] = [
        "exp": Elementary.exp, "log": Elementary.log, "sin": Elementary.sin, "cos": Elementary.cos,
        "erf": Elementary.erf, "tanh": Elementary.tanh,
    ]
    /// Units in the last place.
    private static let allowed: [String: UInt64] = ["tanh": 2, "pow": 2]

    @Test(arguments: ["exp", "log", "sin", "cos", "erf", "tanh", "pow"])
    func aMillionArguments(_ name: String) throws {
        let data = try Data(contentsOf: try #require(folder).appendingPathComponent("\(name).bin"))
        let words = name == "pow" ? 3 : 2
        var worst: UInt64 = 0
        var wrong = 0
        let count = data.count / 8 / words
        data.withUnsafeBytes { bytes in
            func double(_ index: Int) -> Double {
                Double(
                    bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
            }
            for i in 0..<count {
                let x = double(i * words)
                let value = name == "pow" ? Elementary.pow(x, double(i * words + 1)) : Self.unary[name]!(x)
                let off = distance(value, double(i * words + words - 1))
                if off > 0 { wrong += 1 }
                if off > worst {
                    worst = off
                    print("\(name)(\(x)): \(off) ulp")
                }
            }
        }
        print("\(name): at most \(worst) ulp, \(wrong) of \(count) not correctly rounded")
        #expect(count == 1_000_000 && worst <= (Self.allowed[name] ?? 1))
    }
}
