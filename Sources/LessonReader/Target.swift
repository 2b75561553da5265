/// Which addresses a lesson may name.
enum Target {
    static func isAllowedLink(_ url: String) -> Bool {
        guard isClean(url) else { return false }
        switch scheme(url) {
        case nil: return !url.utf8.starts(with: "//".utf8)
        case "http", "https", "mailto": return true
        default: return false
        }
    }

    /// A file below the lesson's folder: pages fetch nothing, and nothing else of the disk is anyone's business.
    static func isAllowedImage(_ url: String) -> Bool {
        guard isClean(url), scheme(url) == nil, !url.isEmpty, url.utf8.first != UInt8(ascii: "/") else { return false }
        for segment in decoded(url).split(separator: UInt8(ascii: "/")) where segment.elementsEqual("..".utf8) {
            return false
        }
        return decoded(url).first != UInt8(ascii: "/")
    }

    /// Browsers skip control characters and take a backslash for a slash: neither has a place in an address.
    private static func isClean(_ url: String) -> Bool {
        for byte in url.utf8 where byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return false }
        return !decoded(url).contains(UInt8(ascii: "\\")) && !decoded(url).contains(0)
    }

    private static func scheme(_ url: String) -> String? {
        for (offset, byte) in url.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return String(url.utf8.prefix(offset))?.lowercased() ?? ""
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: continue
            }
        }
        return nil
    }

    private static func decoded(_ url: String) -> [UInt8] {
        let bytes = Array(url.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
