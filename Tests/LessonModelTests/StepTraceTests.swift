import Foundation
import LessonModel
import Testing

/// Differences, put together again, are the frames that they were made from.
struct StepTraceTests {
    /// A small generator, so that a failure comes again.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    /// Frames as a run might have them: calls begin and end, variables come, change, go and come back in another order.
    private func frames(_ seed: UInt64, _ count: Int) -> [StepFrame] {
        var dice = Dice(state: seed)
        var scopes = [StepScope(name: "", line: 1)]
        var output = ""
        var frames: [StepFrame] = []
        for step in 1...count {
            switch dice.roll(8) {
            case 0: scopes.append(StepScope(name: ["f", "g"][dice.roll(2)], line: dice.roll(30)))
            case 1 where scopes.count > 1: scopes.removeLast()
            case 2: output = dice.roll(9) == 0 ? "" : output + ["a", "é\n", "🙂"][dice.roll(3)]
            case 3: scopes[scopes.count - 1].line = dice.roll(30)
            default: break
            }
            let scope = dice.roll(scopes.count)
            let name = "v\(dice.roll(6))"
            let place = scopes[scope].variables.firstIndex { $0.name == name }
            switch (dice.roll(5), place) {
            case (0, let place?): scopes[scope].variables.remove(at: place)
            case (1, let place?): scopes[scope].variables.append(scopes[scope].variables.remove(at: place))
            case (_, let place?): scopes[scope].variables[place].value = "\(dice.roll(3))"
            case (_, nil): scopes[scope].variables.append(StepVariable(name: name, value: "\(dice.roll(3))"))
            }
            frames.append(
                StepFrame(
                    step: Int64(step), cell: 0, kind: .line,
                    place: StepPlace(line: step, column: 1, endLine: step, endColumn: 2), scopes: scopes,
                    output: output))
        }
        return frames
    }

    @Test func differencesGiveTheFramesAgain() {
        for seed in 1...60 as ClosedRange<UInt64> {
            let frames = frames(seed, 120)
            var trace = StepTrace(lesson: "l.md", title: "T")
            for frame in frames { trace.append(frame) }
            var reader = StepTrace.Reader(trace)
            for frame in frames { #expect(reader.next() == frame, "seed \(seed)") }
            #expect(reader.next() == nil)
            #expect(trace.frame(at: 77) == frames[77])
            #expect(trace.frame(at: 120) == nil)
        }
    }

    /// What a reader of the JSON does, in a few lines of its own.
    @Test func differencesInJSONGiveTheSameVariables() throws {
        let frames = frames(9, 80)
        var trace = StepTrace(lesson: "l.md", title: "T")
        for frame in frames { trace.append(frame) }
        let bytes = trace.json(.differences) { "\($0)" }
        let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(root["version"] as? Int == StepTrace.schemaVersion)
        var scopes: [[(String, String)]] = []
        var output: [UInt8] = []
        for (index, item) in try #require(root["trace"] as? [[String: Any]]).enumerated() {
            for change in try #require(item["changes"] as? [[Any]]) {
                switch change[0] as? String {
                case "pop": scopes.removeLast()
                case "push": scopes.append([])
                case "set":
                    let scope = try #require(change[1] as? Int)
                    let entry = (try #require(change[2] as? String), try #require(change[3] as? String))
                    if let place = scopes[scope].firstIndex(where: { $0.0 == entry.0 }) {
                        scopes[scope][place] = entry
                    } else {
                        scopes[scope].append(entry)
                    }
                case "remove": scopes[try #require(change[1] as? Int)].removeAll { $0.0 == change[2] as? String }
                default: break
                }
            }
            output = Array(output.prefix(try #require(item["stdout_kept"] as? Int)))
            output += Array(try #require(item["stdout_added"] as? String).utf8)
            let expected = frames[index].scopes.map { $0.variables.map { "\($0.name)=\($0.value)" } }
            #expect(scopes.map { $0.map { "\($0.0)=\($0.1)" } } == expected)
            #expect(String(decoding: output, as: UTF8.self) == frames[index].output)
        }
    }

    @Test func wholeFramesFollowPythonTutor() throws {
        var trace = StepTrace(lesson: "l.md", title: "T")
        trace.append(
            StepFrame(
                step: 3, cell: 1, kind: .line, place: StepPlace(line: 7, column: 3, endLine: 7, endColumn: 9),
                scopes: [
                    StepScope(name: "", line: 9, variables: [StepVariable(name: "x", value: "2.5", number: 2.5)]),
                    StepScope(name: "f", line: 7, variables: [StepVariable(name: "s", value: "\"a\"")]),
                ], output: "hi\n"))
        trace.leftOut = [StepOmission(cell: 1, steps: 30, shown: 1, reason: "loops")]
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(trace.json { "\($0)" })) as? [String: Any])
        let frame = try #require((root["trace"] as? [[String: Any]])?.first)
        #expect(frame["event"] as? String == "step_line")
        #expect(frame["line"] as? Int == 7)
        #expect(frame["func_name"] as? String == "f")
        #expect(frame["ordered_globals"] as? [String] == ["x"])
        #expect((frame["globals"] as? [String: Double])?["x"] == 2.5)
        #expect(frame["stdout"] as? String == "hi\n")
        let call = try #require((frame["stack_to_render"] as? [[String: Any]])?.first)
        #expect(call["ordered_varnames"] as? [String] == ["s"])
        #expect((call["encoded_locals"] as? [String: String])?["s"] == "\"a\"")
        let omission = try #require((root["left_out"] as? [[String: Any]])?.first)
        #expect(omission["steps"] as? Int == 30 && omission["shown"] as? Int == 1)
    }

    // MARK: What is known of a pass at a step

    private let pass = TracedPass(
        line: 1, inputNames: ["x"], inputs: [2],
        layers: [
            TracedPass.Layer(
                name: "hidden", unitNames: ["h1", "h2"], activation: "linear", inputs: [2], weights: [[3], [4]],
                biases: [0, 0], z: [6, 8], a: [6, 8], dA: [1, 2], dZ: [1, 2], dW: [[2], [4]], db: [1, 2])
        ], loss: TracedPass.Loss(name: "", target: [0], prediction: [6], value: 36),
        updates: [
            TracedPass.Update(name: "w1", before: 3, gradient: 2, learningRate: 1, after: 1),
            TracedPass.Update(name: "w2", before: 4, gradient: 4, learningRate: 1, after: 0),
            TracedPass.Update(name: "b1", before: 0, gradient: 1, learningRate: 1, after: -1),
            TracedPass.Update(name: "b2", before: 0, gradient: 2, learningRate: 1, after: -2),
        ])

    private func known(_ kind: StepFrame.Kind, unit: Int? = nil, input: Int? = nil, update: Int? = nil) -> TracedPass {
        pass.known(at: NetworkPlace(pass: 0, layer: 0, unit: unit, input: input, update: update), kind)
    }

    @Test func aPassIsKnownAsFarAsItsStep() {
        let z = known(.z, unit: 1).layers[0]
        #expect(z.z == [6, 8] && z.a == [6] && z.dA.isEmpty)
        #expect(known(.z, unit: 1).loss == nil)
        let a = known(.a, unit: 0).layers[0]
        #expect(a.z == [6] && a.a == [6])
        let loss = known(.loss)
        #expect(loss.loss?.value == 36 && loss.layers[0].a == [6, 8] && loss.layers[0].dZ.isEmpty)
        let slope = known(.dA, unit: 1).layers[0]
        #expect(slope.dA == [1, 2] && slope.dZ == [1] && slope.dW == [[2]] && slope.db == [1])
        let weight = known(.dW, unit: 0, input: 0).layers[0]
        #expect(weight.dZ == [1] && weight.dW == [[2]] && weight.db.isEmpty)
        let moved = known(.update, update: 1)
        #expect(moved.layers[0].weights == [[1], [0]] && moved.layers[0].biases == [0, 0])
        #expect(moved.layers[0].dW == [[2], [4]] && moved.updates.count == 2)
    }
}
