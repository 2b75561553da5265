/// Characters: grapheme clusters, as Swift finds them. A Character is a string of one.
extension Heap {
    @inline(__always)
    func characterCount(_ string: ObjectPointer) -> Int {
        isSimple(string) ? string.count : countCharacters(string)
    }

    @inline(never)
    private func countCharacters(_ string: ObjectPointer) -> Int {
        charge(words: string.count)
        return text(string).count
    }

    /// The end of the character that starts at a byte offset below the end.
    func characterEnd(_ string: ObjectPointer, from start: Int) -> Int {
        if isSimple(string) { return start + 1 }
        let bytes = string.bytes
        // Two ASCII bytes in a row are two characters, but for CR LF.
        if bytes[start] < 0x80 && bytes[start] != 0x0D {
            if start + 1 == string.count || bytes[start + 1] < 0x80 { return start + 1 }
        }
        // A window is enough for nearly every character; a cluster that fills it is measured in the whole rest.
        var window = 64
        while true {
            let end = scalarStart(string, start + window)
            let piece = text(string, start..<end)
            let length = piece[piece.startIndex].utf8.count
            if end == string.count || start + length < end { return start + length }
            window *= 8
        }
    }

    /// The start of the scalar that the byte at `offset` belongs to.
    private func scalarStart(_ string: ObjectPointer, _ offset: Int) -> Int {
        if offset >= string.count { return string.count }
        var start = offset
        while start > 0 && string.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The start of the character that ends at a byte offset above 0.
    func characterStart(_ string: ObjectPointer, before end: Int) -> Int {
        if isSimple(string) { return end - 1 }
        charge(words: end)
        guard let last = text(string, 0..<end).last else { return 0 }
        return end - last.utf8.count
    }

    /// Bytes `lower ..< upper` as a string of their own; offsets inside a scalar are moved to its start.
    func substring(_ string: ObjectPointer, _ lower: Int, _ upper: Int) -> ObjectPointer? {
        let from = scalarStart(string, lower)
        let to = max(from, scalarStart(string, upper))
        guard let piece = makeString(UnsafeBufferPointer(rebasing: buffer(string)[from..<to])) else { return nil }
        charge(words: to - from)
        return piece
    }

    /// An array of the characters.
    func characters(_ string: ObjectPointer, _ descriptor: Int) -> ObjectPointer? {
        guard let array = makeArray(descriptor, capacity: characterCount(string)) else { return nil }
        var slot = reference(array)
        var start = 0
        while start < string.count {
            let end = characterEnd(string, from: start)
            guard let character = substring(string, start, end), let target = growable(&slot) else {
                release(slot)
                return nil
            }
            target.words[target.count] = reference(character)
            target.pointee.count += 1
            start = end
        }
        charge(words: string.count * 8)
        return object(slot)
    }

    /// The byte offset of the first occurrence at or after an offset, on character boundaries; −1 where there is none.
    func find(_ pattern: ObjectPointer, in string: ObjectPointer, from start: Int) -> Int {
        let count = pattern.count
        if start < 0 || start > string.count { return -1 }
        if count == 0 { return start }
        charge(words: string.count)
        var offset = start
        while offset < string.count {
            let end = offset + count
            if end <= string.count && matches(pattern, string, offset) && isBoundary(string, end) { return offset }
            offset = characterEnd(string, from: offset)
        }
        return -1
    }

    private func matches(_ pattern: ObjectPointer, _ string: ObjectPointer, _ offset: Int) -> Bool {
        for index in 0..<pattern.count where pattern.bytes[index] != string.bytes[offset + index] { return false }
        return true
    }

    private func isBoundary(_ string: ObjectPointer, _ offset: Int) -> Bool {
        if isSimple(string) || offset == string.count { return true }
        var start = 0
        while start < offset { start = characterEnd(string, from: start) }
        return start == offset
    }

    @inline(never)
    func hasProperty(_ string: ObjectPointer, _ property: CharacterProperty) -> Bool {
        guard let character = text(string).first else { return false }
        switch property {
        case .isLetter: return character.isLetter
        case .isNumber: return character.isNumber
        case .isWholeNumber: return character.isWholeNumber
        case .isWhitespace: return character.isWhitespace
        case .isNewline: return character.isNewline
        case .isPunctuation: return character.isPunctuation
        case .isSymbol: return character.isSymbol
        case .isUppercase: return character.isUppercase
        case .isLowercase: return character.isLowercase
        case .isASCII: return character.isASCII
        case .isHexDigit: return character.isHexDigit
        }
    }
}
