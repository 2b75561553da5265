import Testing

@testable import Terminal

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct TerminalSettingsTests {
    private func settings(
        color: ColorChoice = .auto, isTerminal: Bool = true, columns: Int? = nil, _ variables: [String: String]
    ) -> TerminalSettings {
        TerminalSettings(color: color, isTerminal: isTerminal, columns: columns) { variables[$0] }
    }

    @Test func colourFollowsTheFlagThenTheEnvironment() {
        let plain = ["TERM": "xterm"]
        #expect(settings(plain).hasColor)
        #expect(!settings(isTerminal: false, plain).hasColor)
        #expect(settings(color: .always, isTerminal: false, ["NO_COLOR": "1", "TERM": "dumb"]).hasColor)
        #expect(!settings(color: .never, plain).hasColor)
        #expect(!settings(["TERM": "xterm", "NO_COLOR": "1"]).hasColor)
        #expect(settings(["TERM": "xterm", "NO_COLOR": ""]).hasColor)
        #expect(!settings(["TERM": "dumb"]).hasColor)
    }

    @Test func theLocaleDecidesOnUnicode() {
        #expect(settings(["LANG": "de_DE.UTF-8"]).hasUnicode)
        #expect(settings(["LANG": "C.utf8"]).hasUnicode)
        #expect(!settings(["LANG": "de_DE.UTF-8", "LC_ALL": "C"]).hasUnicode)
        #expect(!settings(["LC_CTYPE": "en_US.ISO-8859-1"]).hasUnicode)
        #expect(settings([:]).hasUnicode)
    }

    @Test func widthComesFromTheTerminal() {
        #expect(settings(columns: 120, [:]).width == 120)
        #expect(settings(isTerminal: false, columns: 120, [:]).width == 80)
        #expect(settings(isTerminal: false, ["COLUMNS": "100"]).width == 100)
        #expect(settings(["COLUMNS": "nonsense"]).width == 80)
    }

    @Test func aClosedPipeIsToldApartFromAFullDisk() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        #expect(throws: OutputError.closed) { try OutputWriter(descriptor: ends[1]).write("x") }
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        defer { close(full) }
        #expect(throws: OutputError.failed(ENOSPC)) { try OutputWriter(descriptor: full).write("x") }
    }

    @Test func aSlowReaderGetsAllOfALongText() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let writing = ends[1]
        let reading = ends[0]
        let text = String(repeating: "0123456789", count: 50_000)
        let writer = Task.detached {
            try OutputWriter(descriptor: writing).write(text)
            close(writing)
        }
        var received = 0
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(reading, &buffer, buffer.count)
            if count <= 0 { break }
            received += count
        }
        close(reading)
        try await writer.value
        #expect(received == text.utf8.count)
    }
}
