import SourceText

/// What can be named at one moment; see `Checker.seal`.
public struct NameMark {
    let names: [String: [Named]]
    let operators: OperatorTable
}

/// A unit whose names, but for some, no other unit sees.
struct SealedUnit {
    let file: SourceFile
    let visible: [String]
}

/// Units that keep names to themselves, as a file of Swift does with what is `private`.
///
/// A checker of exercises lets its own cells see what the exercise asks for, and nothing else that a student declared:
/// an `expect`, an `==` or an extension of `Double` of theirs decides nothing. What the unit itself means by its names
/// stays as it was checked.
extension Checker {
    /// What can be named now: to be taken before the unit that is to be sealed.
    public func mark() -> NameMark { NameMark(names: cells.names, operators: operators) }

    /// Hides what a unit has declared since a mark, but for some names. Call it again with fewer names to hide more.
    public func seal(_ file: SourceFile, since mark: NameMark, showing visible: [String]) {
        var names = mark.names
        for name in visible { names[name] = cells.names[name] }
        cells.names = names
        operators = mark.operators
        sealedUnits.removeAll { $0.file === file }
        sealedUnits.append(SealedUnit(file: file, visible: visible))
    }

    /// Whether an extension's member is out of sight: it belongs to a sealed unit, or to a cell while a module's own
    /// code is looked at. What a unit adds to its own types goes with them.
    func isHidden(_ name: String, in ext: ExtensionDecl) -> Bool {
        if isPrelude && !ext.isPrelude { return ext.nominal.isPrelude }
        for unit in sealedUnits where unit.file === ext.file {
            return ext.nominal.file !== unit.file && !unit.visible.contains(name)
        }
        return false
    }
}
