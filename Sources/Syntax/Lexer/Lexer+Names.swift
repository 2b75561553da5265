extension Lexer {
    mutating func identifier() {
        let start = position
        skipIdentifier()
        if position - start > WordTable.longest { return emit(.identifier, start, position) }
        let (word, isReserved) = words.find(bytes, start, position)
        emit(isReserved ? .keyword : .identifier, start, position, word)
    }

    /// Past the characters that can stand in a name.
    mutating func skipIdentifier() {
        while position < bytes.count {
            let byte = bytes[position]
            if Scalars.continuesIdentifier(byte: byte) {
                position += 1
            } else if byte >= 0x80 {
                let (value, length) = scalar(at: position)
                guard Scalars.continuesIdentifier(value) else { return }
                position += length
            } else {
                return
            }
        }
    }

    /// `` `class` ``
    mutating func quotedIdentifier() {
        let start = position
        position += 1
        if Scalars.startsIdentifier(position < bytes.count ? scalar(at: position).value : 0) { skipIdentifier() }
        if position > start + 1 && byte(position) == 0x60 {
            position += 1
            flags.insert(.quoted)
            return emit(.identifier, start, position)
        }
        fault(.unterminatedBackticks, start, position)
        if position > start + 1 {
            flags.insert(.faulty)
            emit(.identifier, start + 1, position)
        }
    }

    /// `$0`
    mutating func dollar() {
        let start = position
        position += 1
        while position < bytes.count, 0x30...0x39 ~= bytes[position] { position += 1 }
        let digits = position
        skipIdentifier()
        if digits == start + 1 || position > digits || digits > start + 4 {
            fault(position > start + 1 ? .dollarName : .invalidCharacter(0x24), start, position)
            flags.insert(.faulty)
        }
        emit(.dollarIdentifier, start, position)
    }

    /// `#if`, `#"raw"#`, `#name`.
    mutating func numberSign() {
        let start = position
        var index = position
        while byte(index) == 0x23 { index += 1 }
        if byte(index) == 0x22 {
            let hashes = index - start
            position = index
            return openString(hashes: hashes)
        }
        position += 1
        if index == start + 1, index < bytes.count, Scalars.startsIdentifier(scalar(at: index).value) {
            skipIdentifier()
            var word = Word.none
            if position - index <= WordTable.longest { word = words.find(bytes, index, position).word }
            return emit(.pound, start, position, word)
        }
        position = index
        fault(.invalidCharacter(0x23), start, position)
        flags.insert(.afterSpace)
    }
}
