import Foundation

// learn-bench engine [--against PYTHON]: the engine's training steps, beside NumPy's and PyTorch's.
// learn-bench learning: whether networks learn what they ought to.

let arguments = CommandLine.arguments.dropFirst()
let usage = "usage: learn-bench engine [--against PYTHON] | learn-bench learning"
do {
    switch Array(arguments) {
    case ["engine"]: try EngineBench.run(python: nil)
    case ["learning"]: if !LearningBench.run() { exit(1) }
    case let words where words.count == 3 && words[0] == "engine" && words[1] == "--against":
        try EngineBench.run(python: words[2])
    default:
        FileHandle.standardError.write(Data((usage + "\n").utf8))
        exit(64)
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
