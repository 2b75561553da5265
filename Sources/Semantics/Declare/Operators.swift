import Syntax

/// Precedence groups and operators, those of the standard library and own ones.
struct OperatorTable {
    struct Group {
        var name: String
        var associativity: PrecedenceGroupSyntax.Associativity
        var isAssignment: Bool
        var higherThan: [String]
        var lowerThan: [String]
    }
    var groups: [String: Group] = [:]
    var infix: [String: String] = [:]
    var prefix: Set<String> = []
    var postfix: Set<String> = []
    private var levels: [String: Int] = [:]

    mutating func add(_ syntax: PrecedenceGroupSyntax) {
        groups[syntax.name] = Group(
            name: syntax.name, associativity: syntax.associativity, isAssignment: syntax.isAssignment,
            higherThan: syntax.higherThan, lowerThan: syntax.lowerThan)
        recomputeLevels()
    }

    /// Each group's height above the groups that it says it is higher than; the longest way counts. A cycle ends after
    /// as many rounds as there are groups.
    private mutating func recomputeLevels() {
        levels = [:]
        for name in groups.keys { levels[name] = 0 }
        for _ in 0...groups.count {
            var changed = false
            for name in groups.keys.sorted() {
                guard let group = groups[name] else { continue }
                for lower in group.higherThan {
                    if let level = levels[lower], let own = levels[name], own <= level {
                        levels[name] = level + 1
                        changed = true
                    }
                }
                for higher in group.lowerThan {
                    if let level = levels[name], let other = levels[higher], other <= level {
                        levels[higher] = level + 1
                        changed = true
                    }
                }
            }
            if !changed { break }
        }
    }

    func level(_ group: String) -> Int { levels[group] ?? 0 }
}
