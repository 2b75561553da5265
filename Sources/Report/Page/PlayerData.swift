import Elementary
import LessonModel

/// The frames of a pass as JSON for the page's script: texts and colours ready to be put in place, so that the script
/// computes nothing.
///
/// A piece of text is a string, or `[class, text, name]` for a symbol.
struct PlayerData {
    private let playback: Playback

    init(_ playback: Playback) { self.playback = playback }

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

    /// The pass by itself, for a page without the steps of its cell.
    var json: [UInt8] {
        var writer = JSONWriter(numberText: Elementary.describe, isCompact: true)
        writer.object { writer in
            writer.key("rest")
            writer.integer(playback.rest)
            writer.key("frames")
            writer.array(Array(playback.frames.indices)) { writer, index in
                writer.object { writer in
                    let frame = playback.frames[index]
                    writer.key("p")
                    writer.string(frame.phase.word)
                    writer.key("l")
                    writer.integer(playback.pass.line)
                    writer.key("k")
                    writer.array([0, index]) { writer, place in writer.integer(place) }
                    writeFormula(frame, to: &writer)
                    writer.key("s")
                    Self.write(SymbolScanner.sentence(frame.sentence), to: &writer)
                }
            }
            writer.key("passes")
            writer.array([playback]) { writer, playback in writeValues(to: &writer) }
        }
        return writer.result
    }

    /// What a frame gives a value, and how.
    func writeFormula(_ frame: Playback.Frame, to writer: inout JSONWriter) {
        if frame.name.isEmpty { return }
        writer.key("v")
        writer.string(frame.name)
        writer.key("g")
        Self.write(SymbolScanner.pieces(playback.glyphs[frame.name] ?? frame.name, .formula), to: &writer)
        if !frame.formula.isEmpty {
            writer.key("f")
            Self.write(SymbolScanner.pieces(frame.formula, .formula), to: &writer)
        }
        if !frame.numbers.isEmpty {
            writer.key("n")
            writer.string(SafeText.line(frame.numbers))
        }
    }

    /// What the drawing shows: the values of all quantities frame by frame, and what lights up.
    func writeValues(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("on")
            writer.array(playback.frames) { writer, frame in
                var lit = ""
                for name in frame.lit { lit += (lit.isEmpty ? "" : " ") + name }
                writer.string(lit)
            }
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
    }

    static func write(_ pieces: [Piece], to writer: inout JSONWriter) {
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
            case 0x77: writer.number(Self.rounded(NetworkSVG.width(ofWeight: change.value)))
            case 0x64 where name.utf8.dropFirst().first == 0x77:
                writer.number(Self.rounded(NetworkSVG.width(ofSlope: change.value)))
            default: break
            }
        }
    }

    private static func rounded(_ width: Double) -> Double { (width * 100).rounded() / 100 }
}
