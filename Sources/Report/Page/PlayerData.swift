import Elementary
import LessonModel

/// The frames of a player as JSON for the page's script: texts and colours ready to be put in place, so that the
/// script computes nothing.
///
/// A piece of text is a string, or `[class, text, name]` for a symbol.
struct PlayerData {
    private let playback: Playback
    private let line: Int

    init(_ playback: Playback, line: Int) {
        self.playback = playback
        self.line = line
    }

    /// A formula on its way to its value.
    static func stages(of frame: Playback.Frame, in playback: Playback) -> [(text: String, isValue: Bool)] {
        guard !frame.name.isEmpty else { return [] }
        var stages: [(text: String, isValue: Bool)] = []
        if !frame.formula.isEmpty { stages.append((frame.formula, false)) }
        if !frame.numbers.isEmpty { stages.append((frame.numbers, false)) }
        for change in playback.changes[frame.name] ?? [] where change.frame >= 0 {
            if playback.frames[change.frame].sentence == frame.sentence {
                stages.append((Numbers.short(change.value), true))
                break
            }
        }
        return stages
    }

    var json: [UInt8] {
        var writer = JSONWriter(numberText: Elementary.describe, isCompact: true)
        writer.object { writer in
            writer.key("rest")
            writer.integer(playback.rest)
            writer.key("line")
            writer.integer(playback.pass.line)
            writer.key("frames")
            writer.array(playback.frames) { writer, frame in write(frame, to: &writer) }
            writer.key("values")
            writer.object { writer in
                for name in playback.changes.keys.sorted() {
                    writer.key(name)
                    writer.array(playback.changes[name] ?? []) { writer, change in
                        write(change, of: name, to: &writer)
                    }
                }
            }
        }
        return writer.result
    }

    private func write(_ frame: Playback.Frame, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("p")
            writer.string(frame.phase.word)
            if !frame.name.isEmpty {
                writer.key("v")
                writer.string(frame.name)
                writer.key("g")
                write(SymbolScanner.pieces(playback.glyphs[frame.name] ?? frame.name, .formula), to: &writer)
            }
            if !frame.formula.isEmpty {
                writer.key("f")
                write(SymbolScanner.pieces(frame.formula, .formula), to: &writer)
            }
            if !frame.numbers.isEmpty {
                writer.key("n")
                writer.string(SafeText.line(frame.numbers))
            }
            writer.key("s")
            write(SymbolScanner.sentence(frame.sentence), to: &writer)
            writer.key("on")
            var lit = ""
            for name in frame.lit { lit += (lit.isEmpty ? "" : " ") + name }
            writer.string(lit)
        }
    }

    private func write(_ pieces: [Piece], to writer: inout JSONWriter) {
        writer.array(pieces) { writer, piece in
            guard let name = piece.ink.className else {
                writer.string(SafeText.line(piece.text))
                return
            }
            writer.strings([name, SafeText.line(piece.text), PassQuantities.name(ofSymbol: piece.text) ?? ""])
        }
    }

    /// The frame, the text, and for a wire and its slope the width of the line.
    private func write(_ change: (frame: Int, value: Double), of name: String, to writer: inout JSONWriter) {
        writer.array([0]) { writer, _ in
            writer.integer(change.frame)
            writer.string(Numbers.short(change.value))
            switch name.utf8.first {
            case 0x77:
                writer.number(Self.rounded(NetworkSVG.width(ofWeight: change.value)))
            case 0x64 where name.utf8.dropFirst().first == 0x77:
                writer.number(Self.rounded(NetworkSVG.width(ofSlope: change.value)))
            default: break
            }
        }
    }

    private static func rounded(_ width: Double) -> Double { (width * 100).rounded() / 100 }
}
