import Foundation
import LessonModel
import Notebook

/// What it costs to run a program so that it can be stepped through: marks, and checkpoints to go back to. And what the
/// longest moves through it take.
struct SteppingBench {
    /// At most so many times a plain run.
    private static let bar = 3.0
    private static let rounds = 5

    /// Measures all programs, or those that are named. False where one costs more than it may.
    static func run(only names: [String]) throws -> Bool {
        var missed: [String] = []
        print("milliseconds of the processor, the median of \(rounds) runs by turns, and of the slowest move\n")
        print("program           plain    stepping      ×   end, back, epoch 37, back on")
        for program in LanguageBench.groups.flatMap({ $0.programs }) where names.isEmpty || names.contains(program) {
            let file = LanguageBench.folder.appendingPathComponent(program + ".swift")
            let document = document(try String(contentsOf: file, encoding: .utf8), named: file.lastPathComponent)
            var plain: [Double] = []
            var stepping: [Double] = []
            var moves: [Double] = []
            for _ in 0..<rounds {
                plain.append(time { _ = LessonRunner(document).run() })
                let walk = LessonStepper(document)
                stepping.append(time { _ = walk.openNextCell() })
                moves.append(slowestMove(walk))
            }
            let ratio = median(stepping) / median(plain)
            print(
                program.padding(toLength: 14, withPad: " ", startingAt: 0)
                    + String(format: "%9.1f %11.1f %6.2f %8.1f", median(plain), median(stepping), ratio, median(moves)))
            if ratio > bar { missed.append(program) }
        }
        for program in missed { print("\(program): stepping costs more than \(bar) times a plain run") }
        return missed.isEmpty
    }

    private static func slowestMove(_ walk: LessonStepper) -> Double {
        var times: [Double] = []
        times.append(time { walk.go(to: walk.stepCount) })
        for _ in 0..<3 { times.append(time { walk.stepBack() }) }
        times.append(time { walk.go(toEpoch: 37) })
        times.append(time { walk.next() })
        times.append(time { walk.go(to: walk.stepCount / 2) })
        times.append(time { walk.stepBack() })
        return times.max() ?? 0
    }

    /// A program as a lesson of one cell.
    private static func document(_ source: String, named name: String) -> Document {
        let cell = Cell(index: 0, options: CellOptions(), source: source, firstLine: 1, fenceLine: 1)
        return Document(fileName: name, blocks: [Block(.cell(cell), firstLine: 1, lastLine: 1)])
    }

    private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    /// Of the process, in milliseconds.
    private static func time(_ body: () -> Void) -> Double {
        let before = clock()
        body()
        return Double(clock() - before) / Double(CLOCKS_PER_SEC) * 1000
    }
}
