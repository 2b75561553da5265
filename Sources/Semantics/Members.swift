/// The members of a type by name: of the declaration and of its extensions.
struct MemberTable {
    enum Member {
        case function(FunctionDecl)
        case property(PropertyDecl)
        case enumCase(EnumCaseDecl)
        case type(NominalDecl)
        case alias(AliasDecl)
        case associated(AssociatedTypeDecl)
    }
    var byName: [String: [Member]] = [:]
}

final class AliasDecl {
    init() {}
}

/// A frame of the checked program: variables know which one they live in, which is how captures are found.
final class FunctionContext {
    let parent: FunctionContext?
    init(parent: FunctionContext?) { self.parent = parent }
}
