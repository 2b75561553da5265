extension TypedExpression {
    /// What can stand directly inside an expression.
    public enum Part {
        case expression(TypedExpression)
        case argument(TypedArgument)
        case statement(TypedStatement)
    }

    /// What stands directly inside, in the order in which it runs: of a call what it is called on, then its arguments; of a
    /// closure what its capture list computes, its body not.
    public func forEachPart(_ visit: (Part) -> Void) {
        switch kind {
        case .field(let base, _), .classField(let base, _), .tupleElement(let base, _), .forceUnwrap(let base),
            .chainLink(let base), .optionalChain(let base, _), .convert(_, let base), .inoutReference(let base),
            .tryOptional(let base, _), .tryForced(let base), .isType(let base, _), .cast(let base, _, _):
            visit(.expression(base))
        case .property(let base, _, _), .function(_, let base): if let base { visit(.expression(base)) }
        case .subscript(let base, _, _, let arguments):
            if let base { visit(.expression(base)) }
            for argument in arguments { visit(.argument(argument)) }
        case .call(let callee, let arguments):
            if let base = callee.base { visit(.expression(base)) }
            for argument in arguments { visit(.argument(argument)) }
        case .enumCase(_, let elements), .tuple(let elements), .array(let elements):
            for element in elements { visit(.expression(element)) }
        case .dictionary(let items):
            for item in items {
                visit(.expression(item.key))
                visit(.expression(item.value))
            }
        case .interpolation(let parts): for case .value(let part) in parts { visit(.expression(part)) }
        case .closure(let closure): for (_, initial) in closure.captureInitializers { visit(.expression(initial)) }
        case .assign(let place, let value), .bind(_, let place, in: let value):
            visit(.expression(place))
            visit(.expression(value))
        case .ternary(let condition, let yes, let no):
            visit(.expression(condition))
            visit(.expression(yes))
            visit(.expression(no))
        case .statement(let statement): visit(.statement(statement))
        case .variable, .integer, .floating, .boolean, .string, .none, .caseConstructor, .discard, .metatype, .error:
            break
        }
    }
}

extension Callee {
    /// What a method is called on, or the function that is called, where that is an expression.
    public var base: TypedExpression? {
        switch self {
        case .function(_, .value(let base)?), .function(_, .reference(let base)?), .virtual(_, let base),
            .value(let base):
            return base
        case .function, .initializer, .delegatingInitializer: return nil
        }
    }
}
