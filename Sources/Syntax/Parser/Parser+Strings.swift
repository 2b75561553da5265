import SourceText

extension Parser {
    mutating func stringLiteral() throws(Unparsed) -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let start = token
        var decoder = StringDecoder(bytes: bytes, start: start)
        advance()
        var segments: [StringSegment] = []
        var isFaulty = false
        if start.flags.contains(.multiline) { decoder.prepare(tokens[closingQuote(index)]) }
        while kind != .stringEnd && kind != .endOfFile {
            if kind == .stringText {
                let isLast = peek().kind == .stringEnd
                let text = decoder.decode(token, isLast: isLast)
                if !text.isEmpty { segments.append(.text(text)) }
                isFaulty = isFaulty || token.flags.contains(.faulty)
                advance()
            } else {
                decoder.meetInterpolation(token)
                segments.append(.interpolation(try interpolation()))
            }
        }
        isFaulty = isFaulty || token.flags.contains(.faulty)
        decoder.finish(token)
        advance()
        let span = span(from: start.lower)
        if isFaulty || !decoder.faults.isEmpty {
            for fault in decoder.faults where !isFaulty { report(fault.error, fault.span) }
            return Expression(.error, span)
        }
        return Expression(.string(segments), span)
    }

    private mutating func interpolation() throws(Unparsed) -> [Argument] {
        let open = token
        let arguments = try callArguments(.interpolationEnd)
        if arguments.isEmpty { throw fail(.emptyInterpolation, open.span) }
        return arguments
    }

    /// The index of the token that ends the string which has been opened just before. Interpolations are jumped over.
    private func closingQuote(_ start: Int) -> Int {
        var place = start
        while place < tokens.count - 1 && tokens[place].kind != .stringEnd {
            let partner = Int(partners[place])
            place = partner >= 0 ? partner + 1 : place + 1
        }
        return place
    }
}
