import Machine
import Semantics
import SourceText

/// What is done to the words at a place, once they are in registers.
///
/// An object and not just a closure, since the optimiser would make a copy of `modify`, which calls itself, for every
/// closure at every depth; that took minutes.
final class Change {
    let run: (Int) -> Void
    init(_ run: @escaping (Int) -> Void) { self.run = run }
}

/// Reading, replacing and changing what lies at a place.
extension FunctionCompiler {
    // MARK: Reading

    func load(_ place: Place) -> Operand {
        switch place {
        case .registers(let register, let layout):
            return Operand(register: register, layout: layout, hold: .passing)
        case .global(let word, let layout):
            let register = allocate(layout.width)
            if layout.width > 0 { emit(.loadGlobal, a: register, wide: word, x: layout.width) }
            return loaded(register, layout)
        case .object(let object, let offset, let layout):
            let register = allocate(layout.width)
            loadFields(object, offset, layout.width, into: register)
            return loaded(register, layout)
        case .boxed(let box, let offset, let layout):
            let box = load(box)
            let register = allocate(layout.width)
            loadFields(box.register, offset, layout.width, into: register)
            return loaded(register, layout)
        case .element(let array, let index, let offset, let layout, let whole):
            let array = load(array)
            return element(of: array, index, offset, layout, whole, nil)
        case .inside(let outer, let offset, let layout):
            let outer = load(outer)
            let hold: Operand.Hold = outer.hold == .passing ? .passing : .lasting
            return Operand(register: outer.register + offset, layout: layout, hold: hold)
        case .computed(let accessors, _): return get(accessors, nil)
        case .observed(let inner, _, _): return load(inner)
        case .weak(let inner, _): return strong(load(inner))
        case .nowhere(let layout): return Operand(register: allocate(layout.width), layout: layout, hold: .lasting)
        }
    }

    private func loaded(_ register: Int, _ layout: ValueLayout) -> Operand {
        Operand(register: register, layout: layout, hold: layout.isTrivial ? .lasting : .passing)
    }

    /// Words of an array's element; borrowed from the array.
    func element(
        of array: Operand, _ index: Int, _ offset: Int, _ layout: ValueLayout, _ whole: ValueLayout, _ target: Int?
    ) -> Operand {
        let register: Int
        if whole.width == 1 || layout.width == 1 && index < 65_536 {
            register = target ?? allocate(layout.width)
            if whole.width == 1 {
                emit(.arrayGet, a: register, b: array.register, c: index)
            } else {
                emit(.arrayGetField, a: register, b: array.register, c: index, x: offset)
            }
        } else {
            let first = layout.width == whole.width ? target ?? allocate(whole.width) : allocate(whole.width)
            emit(.arrayGetWords, a: first, b: array.register, c: index, x: whole.width)
            register = first + offset
        }
        if layout.isTrivial { return Operand(register: register, layout: layout, hold: .lasting) }
        return Operand(register: register, layout: layout, hold: array.hold == .lasting ? .lasting : .passing)
    }

    // MARK: Replacing

    /// Stores owned words, releasing what was there.
    func store(_ source: Int, to place: Place) {
        let layout = place.layout
        switch place {
        case .registers(let register, _):
            if layout.words == [.reference] {
                emit(.replaceReference, a: register, b: source)
            } else {
                release(register, layout)
                move(layout.width, from: source, to: register)
            }
        case .global(let word, _):
            guard layout.width > 0 else { return }
            if !layout.isTrivial {
                scoped {
                    let old = allocate(layout.width)
                    emit(.loadGlobal, a: old, wide: word, x: layout.width)
                    emit(.storeGlobal, a: source, wide: word, x: layout.width)
                    release(old, layout)
                }
            } else {
                emit(.storeGlobal, a: source, wide: word, x: layout.width)
            }
        case .object(let object, let offset, _): replaceFields(object, offset, layout, from: source)
        case .boxed(let box, let offset, _):
            uniqueBox(box) { self.replaceFields($0, offset, layout, from: source) }
        case .element(let array, let index, let offset, _, let whole):
            storeElement(source, array, index, offset, layout, whole)
        case .inside(let outer, let offset, _):
            modify(outer) { register in
                self.release(register + offset, layout)
                self.move(layout.width, from: source, to: register + offset)
            }
        case .computed(let accessors, _):
            let newValue = own(source, layout)
            set(accessors, newValue)
            // A native setter may have taken it.
            if forward(newValue) { release(source, layout) }
        case .observed(let inner, let observers, _): storeObserved(source, inner, observers)
        case .weak(let inner, _):
            scoped {
                let made = allocate(1)
                emit(.weakMake, a: made, b: source, c: session.weakDescriptor())
                store(made, to: inner)
                emit(.release, a: source)
            }
        case .nowhere: release(source, layout)
        }
    }

    private func replaceFields(_ object: Int, _ offset: Int, _ layout: ValueLayout, from source: Int) {
        if layout.isTrivial {
            storeFields(object, offset, layout.width, from: source)
        } else if layout.width == 1 {
            emit(.fieldReplace, a: object, b: source, c: offset)
        } else {
            emit(.fieldReplaceWords, a: object, b: source, c: offset, x: layout.width)
        }
    }

    private func storeElement(
        _ source: Int, _ array: Place, _ index: Int, _ offset: Int, _ layout: ValueLayout, _ whole: ValueLayout
    ) {
        if layout.width == whole.width {
            changeInPlace(array) { register in
                if whole.width == 1 {
                    self.emit(whole.isTrivial ? .arraySet : .arraySetReference, a: register, b: index, c: source)
                } else {
                    self.emit(.arraySetWords, a: register, b: index, c: source, x: whole.width)
                }
            }
        } else if layout.isTrivial {
            changeInPlace(array) { register in
                for word in 0..<layout.width {
                    self.emit(.arraySetField, a: register, b: index, c: source + word, x: offset + word)
                }
            }
        } else {
            modify(.element(array, index: index, offset: 0, whole, whole: whole)) { register in
                self.release(register + offset, layout)
                self.move(layout.width, from: source, to: register + offset)
            }
        }
    }

    private func storeObserved(_ source: Int, _ inner: Place, _ observers: Observers) {
        let layout = inner.layout
        let newValue = own(source, layout)
        if let willSet = observers.willSet { notify(willSet, observers.base, newValue) }
        guard let didSet = observers.didSet else {
            forward(newValue)
            return store(source, to: inner)
        }
        let before = load(inner)
        let kept = allocate(layout.width)
        move(layout.width, from: before.register, to: kept)
        retain(kept, layout)
        let old = own(kept, layout)
        forward(newValue)
        store(source, to: inner)
        notify(didSet, observers.base, old)
    }

    // MARK: Changing in place

    func modify(_ place: Place, runsCode: Bool = false, _ body: @escaping (Int) -> Void) {
        modify(place, runsCode: runsCode, Change(body))
    }

    func changeInPlace(_ place: Place, _ body: @escaping (Int) -> Void) { changeInPlace(place, Change(body)) }

    /// Moves the words at a place into registers, lets `body` change them there, and moves them back. Where `body` runs
    /// other code, nothing that the code could reach is left half changed.
    func modify(_ place: Place, runsCode: Bool = false, _ body: Change) {
        let layout = place.layout
        switch place {
        case .registers(let register, _): body.run(register)
        case .global(let word, _):
            let register = allocate(layout.width)
            guard layout.width > 0 else { return body.run(register) }
            emit(.loadGlobal, a: register, wide: word, x: layout.width)
            if !layout.isTrivial { clearGlobal(word, layout) }
            body.run(register)
            emit(.storeGlobal, a: register, wide: word, x: layout.width)
        case .object(let object, let offset, _): modifyFields(object, offset, layout, body)
        case .boxed(let box, let offset, _):
            if layout.isTrivial && !runsCode {
                uniqueBox(box) { self.modifyFields($0, offset, layout, body) }
            } else {
                modify(box, runsCode: runsCode) { register in
                    self.emit(.objectUnique, a: register)
                    self.modifyFields(register, offset, layout, body)
                }
            }
        case .element(let array, let index, let offset, _, let whole):
            modifyElement(array, index, offset, layout, whole, runsCode, body)
        case .inside(let outer, let offset, _): modify(outer, runsCode: runsCode, Change { body.run($0 + offset) })
        case .computed(let accessors, _): modifyComputed(accessors, layout, body)
        case .observed, .weak:
            let now = load(place)
            let register = allocate(layout.width)
            move(layout.width, from: now.register, to: register)
            retain(register, layout)
            body.run(register)
            store(register, to: place)
        case .nowhere: body.run(allocate(layout.width))
        }
    }

    /// So that nobody sees the words that are being changed.
    private func clearGlobal(_ word: Int, _ layout: ValueLayout) {
        scoped {
            let nothing = allocate(layout.width)
            zero(nothing, layout)
            emit(.storeGlobal, a: nothing, wide: word, x: layout.width)
        }
    }

    private func modifyFields(_ object: Int, _ offset: Int, _ layout: ValueLayout, _ body: Change) {
        let register = allocate(layout.width)
        if layout.isTrivial {
            loadFields(object, offset, layout.width, into: register)
        } else {
            emit(.fieldTake, a: register, b: object, c: offset, x: layout.width)
        }
        body.run(register)
        storeFields(object, offset, layout.width, from: register)
    }

    private func modifyElement(
        _ array: Place, _ index: Int, _ offset: Int, _ layout: ValueLayout, _ whole: ValueLayout,
        _ runsCode: Bool, _ body: Change
    ) {
        if layout.isTrivial && !runsCode {
            changeInPlace(array) { arrayRegister in
                let operand = Operand(register: arrayRegister, layout: whole, hold: .lasting)
                let now = self.element(of: operand, index, offset, layout, whole, nil)
                body.run(now.register)
                self.storeElement(now.register, .registers(arrayRegister, array.layout), index, offset, layout, whole)
            }
        } else {
            modify(array, runsCode: runsCode) { arrayRegister in
                let register = self.allocate(whole.width)
                self.emit(.arrayTake, a: register, b: arrayRegister, c: index, x: whole.width)
                body.run(register + offset)
                self.emit(.arrayPut, a: arrayRegister, b: index, c: register, x: whole.width)
            }
        }
    }

    /// The object of the boxed struct at a place, made unique where it lies.
    private func uniqueBox(_ place: Place, _ body: @escaping (Int) -> Void) {
        switch place {
        // What these give is unique already.
        case .element(_, _, 0, _, let whole) where whole.width == 1: changeInPlace(place, body)
        case .object, .boxed: changeInPlace(place, body)
        default:
            modify(place) { register in
                self.emit(.objectUnique, a: register)
                body(register)
            }
        }
    }

    /// For changes that keep the object at the place where it is once it is unique: an element's new value, not growth.
    /// Nested arrays need no moving out then.
    func changeInPlace(_ place: Place, _ body: Change) {
        switch place {
        case .element(let array, let index, 0, let layout, let whole)
        where whole.width == 1 && layout.words == [.reference]:
            changeInPlace(array) { outer in
                let register = self.allocate(1)
                self.emit(.arrayElementUnique, a: register, b: outer, c: index)
                body.run(register)
            }
        case .object(let object, let offset, let layout) where layout.words == [.reference]:
            let register = allocate(1)
            emit(.fieldUnique, a: register, b: object, c: offset)
            body.run(register)
        case .boxed(let box, let offset, let layout) where layout.words == [.reference]:
            uniqueBox(box) { outer in
                let register = self.allocate(1)
                self.emit(.fieldUnique, a: register, b: outer, c: offset)
                body.run(register)
            }
        default: modify(place, body)
        }
    }
}
