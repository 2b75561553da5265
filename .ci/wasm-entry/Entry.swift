import Elementary

/// Runs programs until standard input ends.
@_expose(wasm, "_start") @_cdecl("_start")
public func start() {
    while let name = readText(), let source = readText() {
        writeBytes(encode(run(String(decoding: name, as: UTF8.self), source)))
    }
}

/// The one place where a program meets the engine.
func run(_ fileName: String, _ source: [UInt8]) -> WireResult {
    var result = WireResult()
    result.output = source
    let proof = [Elementary.exp(1), Elementary.tanh(0.5), Elementary.pow(2, 0.5), Elementary.sin(1)]
    for number in proof { result.output += Array((Elementary.describe(number) + "\n").utf8) }
    return result
}
