// tier: 2
// A set of bits with a member for each.
struct Rights: OptionSet {
    let rawValue: Int
    static let read = Rights(rawValue: 1 << 0)
    static let write = Rights(rawValue: 1 << 1)
    static let all: Rights = [.read, .write]
}
var mine: Rights = [.read]
print(mine.contains(.write), mine == .all)  // expect: false false
mine.insert(.write)
print(mine == .all, mine.rawValue, Rights([]).isEmpty)  // expect: true 3 true
print(mine.subtracting(.read).rawValue, mine.union([.write]) == .all)  // expect: 2 true
print(mine.remove(.read) != nil, mine.contains(.read))  // expect: true false
