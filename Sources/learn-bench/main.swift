import Foundation

// learn-bench engine [--against PYTHON]: the engine's training steps, beside NumPy's and PyTorch's.
// learn-bench language [PROGRAM…]: the cell language beside Lua and Python; the front end; the budgets.
// learn-bench stepping [PROGRAM…]: what it costs to run a program so that it can be stepped through.
// learn-bench listing PROGRAM: the bytecode of a program of the cell language, with all that it uses of the Prelude.
// learn-bench learning: whether networks learn what they ought to.

let arguments = CommandLine.arguments.dropFirst()
let usage = """
    usage: learn-bench engine [--against PYTHON] | learn-bench language [PROGRAM…] | learn-bench listing FILE
           | learn-bench stepping [PROGRAM…] | learn-bench learning
    """
do {
    switch Array(arguments) {
    case ["engine"]: try EngineBench.run(python: nil)
    case ["learning"]: if !LearningBench.run() { exit(1) }
    case let words where words.count == 2 && words[0] == "listing": try Listing.print(words[1])
    case let words where words.first == "language":
        if try !LanguageBench.run(only: Array(words.dropFirst())) { exit(1) }
        if words.count == 1 { FrontEndBench.run() }
    case let words where words.first == "stepping":
        if try !SteppingBench.run(only: Array(words.dropFirst())) { exit(1) }
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
