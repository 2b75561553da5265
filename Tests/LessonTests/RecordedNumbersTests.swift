import Foundation
import Testing

/// The numbers that lessons 1, 2 and 4 show are those that PyTorch computes (`Tests/Fixtures/Lessons/lesson1.py`,
/// `lesson2.py`, `lesson4.py`).
///
/// What is compared is the recorded text of each cell, which both `swiftc` and the interpreter print.
struct RecordedNumbersTests {
    /// Long training with Adam hands the rounding of each epoch on: these agree to two or three digits only.
    static let drifting: Set = [
        "cell outside", "value short(misses[3])", "value short(misses[4])", "value short(abs(saysOutside - curve(4)))",
        "cell three-sizes", "cell fresh-points", "cell two-curves",
    ]

    @Test(arguments: ["lesson1", "lesson2", "lesson4"])
    func areThoseOfPyTorch(_ name: String) throws {
        let data = try Data(contentsOf: Lessons.fixtures.appendingPathComponent("\(name).json"))
        let expected = try JSONDecoder().decode([String: [Double?]].self, from: data)
        var shown: [String: String] = [:]
        let expressions = try Lessons.read(name).document.expressions
        for (section, text) in try OracleRecord(name).sections {
            let isValue = section.hasPrefix("value ")
            let index = isValue ? Int(section.dropFirst("value ".count)) : nil
            shown[index.map { "value \(expressions[$0].source)" } ?? section] = text
        }
        #expect(expected.count >= 15)
        for (section, numbers) in expected {
            let text = try #require(shown[section], "\(section) is not in the lesson")
            let tolerance = Self.drifting.contains(section) ? 5e-3 : 1e-6
            let found = Self.numbers(in: text)
            #expect(found.count == numbers.count, "\(section): \(text)")
            for case (let x, let y?) in zip(found, numbers) {
                #expect((x - y).magnitude <= 1e-12 + tolerance * y.magnitude, "\(section): \(x), not \(y)")
            }
        }
    }

    /// Every word of a text that is a number; brackets, commas and colons stand between words.
    static func numbers(in text: String) -> [Double] {
        text.split { " \n[](),:".contains($0) }.compactMap { Double($0) }
    }
}
