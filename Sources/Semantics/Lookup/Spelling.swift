extension Checker {
    /// The name in sight that is closest to a misspelt one; nil where none is close.
    func similarName(to name: String, scope: Scope) -> String? {
        var names: Set<String> = []
        var current: Scope? = scope
        while let scope = current {
            for key in scope.names.keys { names.insert(key) }
            if case .nominal(let decl, _) = scope.kind { for key in decl.members.byName.keys { names.insert(key) } }
            current = scope.parent
        }
        for key in cells.names.keys { names.insert(key) }
        for module in visibleModules { for key in module.names.keys { names.insert(key) } }
        return closest(to: name, among: names)
    }

    func similarType(to name: String, scope: Scope) -> String? {
        var names: Set<String> = []
        func add(_ table: [String: [Named]]) {
            for (key, value) in table where value.contains(where: { $0.isType }) { names.insert(key) }
        }
        var current: Scope? = scope
        while let scope = current {
            add(scope.names)
            current = scope.parent
        }
        add(cells.names)
        for module in visibleModules { add(module.names) }
        return closest(to: name, among: names)
    }

    func similarMember(to name: String, of type: Type) -> String? {
        var names: Set<String> = []
        switch types[type] {
        case .nominal(let decl, _):
            for key in decl.members.byName.keys { names.insert(key) }
            for conformance in allConformances(of: decl) {
                for key in conformance.protocolDecl.members.byName.keys { names.insert(key) }
            }
        case .parameter, .associated:
            for decl in protocolsTransitively(of: type) { for key in decl.members.byName.keys { names.insert(key) } }
        default: break
        }
        return closest(to: name, among: names)
    }

    /// By edit distance, at most a third of the letters; ties by alphabet, so that the answer is always the same.
    func closest(to name: String, among names: Set<String>) -> String? {
        let wanted = Array(name.lowercasedASCII.utf8)
        if wanted.count < 2 || wanted.count > 64 { return nil }
        var best: (String, Int)?
        for candidate in names.sorted() where !OperatorTable.isOperatorName(candidate) && !candidate.hasPrefix("_") {
            let other = Array(candidate.lowercasedASCII.utf8)
            if abs(other.count - wanted.count) > 3 { continue }
            let distance = editDistance(wanted, other)
            if distance <= max(1, wanted.count / 3), distance < (best?.1 ?? Int.max) { best = (candidate, distance) }
        }
        return best?.0
    }

    private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                row.append(min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1))
            }
            previous = row
        }
        return previous[b.count]
    }
}

extension String {
    var lowercasedASCII: String {
        var bytes: [UInt8] = []
        for byte in utf8 { bytes.append(byte >= 65 && byte <= 90 ? byte + 32 : byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
