import Machine
import Semantics
import SourceText

/// Where a value can be stored to, its parts evaluated: class instances and indexes are in registers already.
indirect enum Place {
    /// Words of this frame.
    case registers(Int, ValueLayout)
    /// Words of the bottom frame, seen from another one.
    case global(Int, ValueLayout)
    /// Words of an instance or of a captured variable's box, whose reference is in a register.
    case object(Int, offset: Int, ValueLayout)
    /// A part of a boxed struct that lies at a place.
    case boxed(Place, offset: Int, ValueLayout)
    /// A part, or all, of an element of the array at a place; the index is in a register.
    case element(Place, index: Int, offset: Int, ValueLayout, whole: ValueLayout)
    /// Words in the middle of a value that can only be read and written as a whole.
    case inside(Place, offset: Int, ValueLayout)
    /// Read and written by functions.
    case computed(Accessors, ValueLayout)
    /// A stored property with observers around the store.
    case observed(Place, Observers, ValueLayout)
    /// A `weak` or `unowned` property: the place of what stands for the instance.
    case weak(Place, ValueLayout)
    /// `_`
    case nowhere(ValueLayout)

    var layout: ValueLayout {
        switch self {
        case .registers(_, let layout), .global(_, let layout), .object(_, _, let layout), .boxed(_, _, let layout),
            .element(_, _, _, let layout, _), .inside(_, _, let layout), .computed(_, let layout),
            .observed(_, _, let layout), .weak(_, let layout), .nowhere(let layout):
            layout
        }
    }
}

/// How a computed property or subscript at a place is reached.
struct Accessors {
    enum Base {
        /// Static, or outside a type.
        case none
        /// A class instance or a value that is not changed.
        case value(Operand)
        /// A value that the setter changes.
        case place(Place)
    }
    var property: PropertyDecl
    var arguments: [Type]
    var isSuper = false
    var base: Base
    var baseType: Type?
    var indexes: [Operand]
    var span: Span
}

struct Observers {
    var willSet: FunctionReference?
    var didSet: FunctionReference?
    var base: Accessors.Base
}

extension FunctionCompiler {
    // MARK: Finding

    /// Evaluates the parts of a place, left to right, once.
    func place(_ expression: TypedExpression) -> Place {
        at(expression.span) { findPlace(expression) }
    }

    private func findPlace(_ expression: TypedExpression) -> Place {
        switch expression.kind {
        case .variable(let variable):
            let layout = layout(variable.type)
            switch home(of: variable) {
            case .registers(let register): return .registers(register, layout)
            case .box(let box): return .object(box, offset: 0, layout)
            case .global(let word): return .global(word, layout)
            }
        case .field(let base, let property):
            guard case .stored(let index) = property.storage else { break }
            return part(place(base), index)
        case .tupleElement(let base, let index): return part(place(base), index)
        case .classField(let base, let property):
            guard let field = session.field(property, of: concrete(base.type)) else { break }
            let object = stabilize(value(base))
            return strong(.object(object.register, offset: field.offset, field.layout))
        case .property(let base, let property, let arguments):
            return propertyPlace(base, property, arguments, expression)
        case .subscript(let base, let property, let arguments, let indexes):
            return subscriptPlace(base, property, arguments, indexes, expression)
        case .forceUnwrap(let inner):
            let place = place(inner)
            let present = assembler.newLabel()
            testPresent(place, ifTrue: present)
            trap(.unwrap)
            assembler.place(present)
            return payloadPlace(place)
        case .chainLink(let inner):
            let place = place(inner)
            guard let chain = chains.last else { break }
            let present = assembler.newLabel()
            testPresent(place, ifTrue: present)
            assembler.branchWide(.jump, to: failLabel(chain.fail))
            assembler.place(present)
            return payloadPlace(place)
        case .inoutReference(let inner): return place(inner)
        case .convert(_, let inner) where layout(inner.type).words == layout(expression.type).words:
            return place(inner)
        case .discard: return .nowhere(layout(expression.type))
        default: break
        }
        // An rvalue used as a place, such as `self` of a class or a call's result in a chain.
        let operand = stabilize(value(expression))
        return .registers(operand.register, operand.layout)
    }

    func part(_ place: Place, _ index: Int) -> Place {
        let whole = place.layout
        guard index < whole.parts.count else {
            fail("the compiler lost a stored property")
            return place
        }
        let part = whole.parts[index]
        if case .boxed = whole.form { return strong(.boxed(place, offset: part.offset, part.layout)) }
        return strong(inner(place, part.offset, part.layout))
    }

    /// What the optional at a place wraps.
    func payloadPlace(_ place: Place) -> Place {
        switch place.layout.form {
        case .nullable(let wrapped): return inner(place, 0, wrapped)
        case .sum(let cases) where cases.count == 2:
            return inner(place, cases[1].places.first ?? 1, cases[1].payload)
        default:
            fail("the compiler lost an optional")
            return place
        }
    }

    /// Words of the flat value at a place.
    private func inner(_ place: Place, _ shift: Int, _ layout: ValueLayout) -> Place {
        switch place {
        case .registers(let register, _): .registers(register + shift, layout)
        case .global(let word, _): .global(word + shift, layout)
        case .object(let object, let offset, _): .object(object, offset: offset + shift, layout)
        case .boxed(let box, let offset, _): .boxed(box, offset: offset + shift, layout)
        case .element(let array, let index, let offset, _, let element):
            .element(array, index: index, offset: offset + shift, layout, whole: element)
        case .inside(let outer, let offset, _): .inside(outer, offset: offset + shift, layout)
        case .computed, .observed, .weak, .nowhere: .inside(place, offset: shift, layout)
        }
    }

    private func testPresent(_ place: Place, ifTrue label: Label) {
        let tag = allocate(1)
        // The word outlives the value: a test for nil does not follow a reference.
        scoped {
            let operand = load(place)
            move(1, from: operand.register, to: tag)
        }
        assembler.branchWide(.branchNonZero, a: tag, to: label)
    }
}
