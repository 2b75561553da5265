import SourceText

/// Whether a `switch` covers all values: by the usual matrix of patterns, column by column.
extension Checker {
    /// What a pattern covers, with names and spans left out.
    private indirect enum Space {
        case all
        /// A constructor with its parts: an enum's case, `.some`, a tuple, true or false.
        case made(Int, [Space])
        /// Covers some values that nobody counts: literals, ranges, casts.
        case some
    }

    func covers(_ cases: [TypedStatement.SwitchCase], _ subject: Type) -> Bool {
        missingSpace(cases, subject) == nil
    }

    func checkExhaustive(_ cases: [TypedStatement.SwitchCase], _ subject: Type, _ span: Span, scope: Scope) {
        if let missing = missingSpace(cases, subject) {
            report(.nonExhaustive(missing: missing.first ?? "all values"), at: span, in: scope.file)
        }
    }

    private func missingSpace(_ cases: [TypedStatement.SwitchCase], _ subject: Type) -> [String]? {
        var rows: [[Space]] = []
        for clause in cases {
            if clause.items.isEmpty { return nil }
            for item in clause.items where item.condition == nil { rows.append([space(item.pattern)]) }
        }
        var budget = 20_000
        return missing(rows, [subject], &budget)
    }

    private func space(_ pattern: TypedPattern) -> Space {
        switch pattern.kind {
        case .wildcard, .variable: return .all
        case .tuple(let parts): return .made(0, parts.map { space($0) })
        case .enumCase(let decl, let parts): return .made(decl.index, parts.map { space($0) })
        case .none: return .made(0, [])
        case .some(let inner): return .made(1, [space(inner)])
        case .boolean(let value): return .made(value ? 1 : 0, [])
        case .isType(let type): return type == pattern.type ? .all : .some
        case .asType(let inner, let type): return type == pattern.type ? space(inner) : .some
        case .expression: return .some
        }
    }

    /// The constructors of a type with the types of their parts; nil where they cannot be listed.
    private func constructors(_ type: Type) -> [(name: String, parts: [Type])]? {
        switch types[type] {
        case .tuple(let fields): return [("", fields.map { $0.type })]
        case .nominal(let decl, let arguments):
            if decl === wellKnown.bool { return [("false", []), ("true", [])] }
            if decl === wellKnown.optional { return [("nil", []), ("some", [arguments[0]])] }
            guard decl.kind == .enum else { return nil }
            return decl.cases.map { item in
                ensurePayload(of: item)
                return (".\(item.name)", item.payload.map { substituteOnce($0.type, decl.signature, arguments) })
            }
        default: return nil
        }
    }

    /// A value that no row covers, as text for each column; nil where all are covered.
    private func missing(_ rows: [[Space]], _ columns: [Type], _ budget: inout Int) -> [String]? {
        budget -= 1
        if budget < 0 { return nil }
        guard let first = columns.first else { return rows.isEmpty ? [] : nil }
        let rest = Array(columns.dropFirst())
        guard let all = constructors(first), rows.contains(where: { if case .made = $0[0] { true } else { false } })
        else {
            let open = rows.filter { if case .all = $0[0] { true } else { false } }.map { Array($0.dropFirst()) }
            guard let tail = missing(open, rest, &budget) else { return nil }
            return [constructors(first)?.first.map { example($0) } ?? "all values of \(text(first))"] + tail
        }
        for (index, constructor) in all.enumerated() {
            var inner: [[Space]] = []
            for row in rows {
                switch row[0] {
                case .all: inner.append(constructor.parts.map { _ in .all } + row.dropFirst())
                case .made(index, let parts): inner.append(parts + row.dropFirst())
                case .made, .some: break
                }
            }
            if let tail = missing(inner, constructor.parts + rest, &budget) {
                let own = tail.prefix(constructor.parts.count)
                return [shown(constructor.name, Array(own))] + tail.dropFirst(constructor.parts.count)
            }
        }
        return nil
    }

    private func example(_ constructor: (name: String, parts: [Type])) -> String {
        shown(constructor.name, constructor.parts.map { _ in "_" })
    }

    private func shown(_ name: String, _ parts: [String]) -> String {
        if name == "some" {
            return parts.first.map { $0.hasPrefix("all values") ? "values that are not nil" : $0 } ?? "some"
        }
        if parts.isEmpty { return name.isEmpty ? "()" : name }
        return name + "(" + list(parts.map { $0.hasPrefix("all values") ? "_" : $0 }) + ")"
    }
}
