// The stream between the test harness and the WebAssembly build: standard input holds programs, standard output the
// results in the same order. Every number is a UInt32 in little-endian order, every text its length and its bytes.
//
//     program   1 for a lesson's modules or 0 for Swift alone, name, source
//     result    output, count of diagnostics, (line, message)…, 1 or 0 for a trap or none, (line, message)
//
// Many programs go through one process, because starting one takes longer than running most of them.

@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_read") @_extern(c, "wasi_fd_read")
func fdRead(
    _ descriptor: Int32, _ vectors: UnsafeRawPointer, _ count: Int32, _ read: UnsafeMutablePointer<UInt32>
) -> Int32

@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write") @_extern(c, "wasi_fd_write")
func fdWrite(
    _ descriptor: Int32, _ vectors: UnsafeRawPointer, _ count: Int32, _ written: UnsafeMutablePointer<UInt32>
) -> Int32

/// The `iovec` of WASI.
private struct Vector {
    var address: UInt32
    var count: UInt32
}

/// What one program came to.
struct WireResult {
    var output: [UInt8] = []
    var diagnostics: [(line: Int, message: String)] = []
    var trap: (line: Int, message: String)?
}

/// Exactly `count` bytes of standard input; nil where it ends before.
func readBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
        let got = bytes.withUnsafeMutableBytes { buffer -> UInt32 in
            var vector = Vector(
                address: UInt32(UInt(bitPattern: buffer.baseAddress! + done)), count: UInt32(count - done))
            var read: UInt32 = 0
            return fdRead(0, &vector, 1, &read) == 0 ? read : 0
        }
        if got == 0 { return nil }
        done += Int(got)
    }
    return bytes
}

func readNumber() -> Int? {
    guard let bytes = readBytes(4) else { return nil }
    return Int(UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24)
}

func readText() -> [UInt8]? {
    guard let count = readNumber() else { return nil }
    return readBytes(count)
}

func writeBytes(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
        let put = bytes.withUnsafeBytes { buffer -> UInt32 in
            var vector = Vector(
                address: UInt32(UInt(bitPattern: buffer.baseAddress! + done)), count: UInt32(bytes.count - done))
            var written: UInt32 = 0
            return fdWrite(1, &vector, 1, &written) == 0 ? written : 0
        }
        if put == 0 { return }
        done += Int(put)
    }
}

func encode(_ result: WireResult) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int) {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    func add(_ text: [UInt8]) {
        add(text.count)
        bytes += text
    }
    add(result.output)
    add(result.diagnostics.count)
    for diagnostic in result.diagnostics {
        add(diagnostic.line)
        add(Array(diagnostic.message.utf8))
    }
    if let trap = result.trap {
        add(1)
        add(trap.line)
        add(Array(trap.message.utf8))
    } else {
        add(0)
    }
    return bytes
}
