/// A message and what to try, for people who are learning.
struct Wording {
    var message: String
    var hint: String

    init(_ message: String, _ hint: String = "") {
        self.message = message
        self.hint = hint
    }
}

extension SyntaxError {
    var wording: Wording {
        characters ?? operators ?? structure ?? statements ?? expressions ?? declarations ?? refusal
            ?? Wording("this cannot be read")
    }

    private var characters: Wording? {
        switch self {
        case .nulByte: Wording("the file has a zero byte here", "it may not be a text file; save it as UTF-8 text")
        case .invalidUTF8(let byte):
            Wording("the byte \(hexadecimal(UInt32(byte))) is not UTF-8 text", "save the file with the encoding UTF-8")
        case .invalidCharacter(let value): invalidCharacter(value)
        case .singleQuotes: Wording("text is written in double quotes", "write \"…\" instead of '…'")
        case .unterminatedComment: Wording("this comment is never closed", "write */ where it ends")
        case .strayCommentEnd: Wording("*/ ends a comment, but none is open here", "remove it, or write /* in front")
        case .unterminatedString(let isMultiline):
            isMultiline
                ? Wording("this string is never closed", "write \"\"\" on a line of its own where it ends")
                : Wording("this string is never closed", "write \" at its end; text over several lines needs \"\"\"")
        case .unterminatedInterpolation:
            Wording("this string has a \\( that is never closed", "write ) after the value, on the same line")
        case .emptyInterpolation: Wording("there is no value between \\( and )", "write the value to insert")
        case .unterminatedBackticks: Wording("this name lacks its closing backtick", "write ` after the name")
        case .dollarName: Wording("a name cannot hold $", "$0, $1 and so on are the inputs of a closure")
        case .invalidNumber(let text):
            Wording("\(Found.shortened(text)) is not a number", "a name cannot begin with a digit")
        case .exponentWithoutDigits: Wording("digits are missing after the exponent's letter", "write 1e3 for 1000")
        case .invalidEscape(let name):
            Wording("\\\(name) means nothing in a string", "for a backslash itself write \\\\")
        case .invalidUnicodeEscape:
            Wording("this is not a Unicode character", "write its number in base 16, as in \\u{1F600}")
        case .multilineStart: Wording("text must begin on the line after \"\"\"", "start a new line after \"\"\"")
        case .multilineEnd: Wording("the closing \"\"\" must stand on a line of its own", "start a new line before it")
        case .multilineIndentation:
            Wording("this line is indented less than the closing \"\"\"", "indent it at least as far")
        default: nil
        }
    }

    private func invalidCharacter(_ value: UInt32) -> Wording {
        switch value {
        case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return Wording("this is not a plain quotation mark", "write \"")
        case 0x2018, 0x2019: return Wording("this is not a plain quotation mark", "write \" around text")
        case 0xA0, 0x2003, 0x2007, 0x202F: return Wording("this is not a plain space", "replace it by a space")
        case 0x24: return Wording("$ needs a number after it", "$0 is the first input of a closure")
        case 0x23: return Wording("# means nothing here", "a comment begins with //")
        default: break
        }
        let shown = value < 0x20 || 0x7F...0x9F ~= value || 0x200E...0x202E ~= value || 0x2066...0x2069 ~= value
        guard !shown, let scalar = Unicode.Scalar(value) else {
            return Wording("the character \(hexadecimal(value)) cannot stand here", "remove it; it may be invisible")
        }
        return Wording("the character \(String(Character(scalar))) cannot stand here", "remove it")
    }

    private func hexadecimal(_ value: UInt32) -> String { "0x" + String(value, radix: 16, uppercase: true) }

    private var operators: Wording? {
        switch self {
        case .spaceAfterPeriod: Wording("there is a space after the dot", "remove it")
        case .unevenSpacesAroundEqual:
            Wording("= has a space on one side only", "write spaces on both sides of =")
        case .unevenOperator(let name):
            Wording("\(name) has a space on one side only", "write spaces on both sides of \(name), or on neither")
        case .strayArrow: Wording("-> belongs between the inputs and the result of a function type")
        case .ternaryWithoutColon:
            Wording("this ? has no : after it", "write condition ? value : other value")
        case .tryAfterOperator(let name):
            Wording("try cannot stand to the right of \(name)", "write try at the start; it covers what follows")
        case .unclosedConditional: Wording("this #if has no #endif", "write #endif where it ends")
        case .strayConditional: Wording("no #if is open here", "remove this line, or write #if above")
        case .invalidCondition:
            Wording(
                "this condition cannot be evaluated", "known are os(Linux), arch(x86_64), swift(>=5.9), canImport(M)")
        case .bracketsAcrossConditional:
            Wording("a bracket opened on one side of this line is closed on the other", "close it before the line")
        default: nil
        }
    }

    private var structure: Wording? {
        switch self {
        case .expected(let expected, let found):
            Wording("expected \(expected.phrase), found \(found.phrase)", expected.hint)
        case .unclosed(let bracket):
            Wording("this \(bracket) is never closed", "write \(closer(of: bracket)) where it ends")
        case .missingCloser(let bracket, let found):
            Wording("expected a comma or \(closer(of: bracket)), found \(found.phrase)")
        case .strayCloser(let bracket):
            Wording("this \(bracket) closes nothing", "remove it, or open \(opener(of: bracket)) before it")
        case .straySemicolon: Wording("this ; ends nothing", "remove it")
        case .strayEqual: Wording("= cannot stand here", "to compare, write ==")
        case .strayBlock:
            Wording(
                "this { … } belongs to nothing",
                "a closure in the header of if, while, for or switch needs parentheses: f({ … })")
        case .strayClause(let word):
            Wording("\(word) has nothing in front that it belongs to", "write it right after the } before it")
        case .missingSeparator(let found):
            Wording(
                "a new line, an operator or ; is missing before \(found.phrase)", "write each statement on its own line"
            )
        case .missingComma: Wording("a comma is missing here", "separate values with ,")
        case .foreignKeyword(let word, let own): Wording("\(word) is not a Swift word", "write \(own)")
        case .keywordAsName(let word):
            Wording("\(word) is a word of the language and cannot be a name", "use another name, or write `\(word)`")
        case .tooDeep: Wording("this is nested too deeply", "split it into parts with names")
        case .tooHigh: Wording("this chain has more than 1000 steps", "split it into parts with names")
        case .tooManyOperators:
            Wording("this expression has more than 10000 operators", "split it into parts, or use a loop")
        default: nil
        }
    }

    private func closer(of bracket: String) -> String {
        switch bracket {
        case "(", "\\(": ")"
        case "[": "]"
        default: "}"
        }
    }

    private func opener(of bracket: String) -> String {
        switch bracket {
        case ")": "("
        case "]": "["
        default: "{"
        }
    }

    private var statements: Wording? {
        switch self {
        case .caseOutsideSwitch(let word): Wording("\(word) can stand only inside switch or enum")
        case .emptyCase:
            Wording("this case does nothing", "write at least one statement; break if there is nothing to do")
        case .caseAfterDefault: Wording("nothing can follow default", "move default to the end of the switch")
        case .cStyleFor: Wording("this form of for does not exist", "write for i in 0..<10 { … }")
        case .letCase: Wording("case comes before let", "write if case let …")
        case .nestedLet(let word): Wording("\(word) stands inside another let or var already", "remove one of them")
        case .assignmentAsCondition: Wording("= stores a value and cannot be a condition", "to compare, write ==")
        case .misplacedIfExpression(let word):
            Wording(
                "\(word) can be a value only right after = or return",
                "give the value a name first: let value = \(word) …")
        default: nil
        }
    }

    private var expressions: Wording? {
        switch self {
        case .mixedCollection:
            Wording("either every element of a literal has a key or none has", "write [key: value, key: value]")
        case .labelOnOneElement: Wording("a single value in parentheses has no label", "remove the label")
        case .tupleParameter:
            Wording("a closure cannot take a tuple apart in its inputs", "name the tuple, and use .0 and .1")
        case .closureLabel: Wording("inputs of a closure have no labels", "write one name only")
        case .misplacedInout: Wording("inout can stand only before the type of a parameter")
        case .inoutBeforeName: Wording("inout stands before the type", "write name: inout Type")
        case .labelInFunctionType: Wording("inputs of a function type have no labels", "write _ in front of the name")
        case .parameterInTuple: Wording("a tuple's elements are plain types", "remove inout, ... or the attribute")
        case .classConstraint: Wording("class cannot stand here", "write AnyObject")
        default: nil
        }
    }

    private var declarations: Wording? {
        switch self {
        case .attributeName: Wording("a name must follow @")
        case .misplacedAttribute(let name): Wording("@\(name) cannot stand here")
        case .doubledModifier(let word): Wording("\(word) is written twice", "remove one")
        case .doubleEqualInDeclaration: Wording("== compares", "to give the variable its value, write =")
        case .computedWithoutType:
            Wording("a computed variable needs a type", "write var name: Type { … }")
        case .setterWithoutGetter: Wording("a variable with set needs get as well", "write get { … } too")
        case .bodyInProtocol:
            Wording("a protocol only lists what there must be", "write the body in an extension of the protocol")
        case .parameterWithoutType(let name): Wording("the input \(name) has no type", "write \(name): Type")
        case .statementInType:
            Wording("only declarations can stand directly inside a type", "put statements into a function or an init")
        case .periodBeforeCase: Wording("a case is declared without a dot", "remove the dot")
        case .emptyPayload: Wording("there is nothing between these parentheses", "remove them")
        case .operatorWithoutFixity:
            Wording("where does this operator stand?", "write prefix, infix or postfix before operator")
        case .unknownPrecedenceProperty(let name):
            Wording("a precedence group has no \(name)", "it has associativity, higherThan, lowerThan and assignment")
        default: nil
        }
    }

    private var refusal: Wording? {
        guard case .unsupported(let feature) = self else { return nil }
        switch feature {
        case .word(let word):
            switch word {
            case "async", "await", "actor", "isolated", "nonisolated", "distributed", "sending":
                return Wording(
                    "\(word) belongs to concurrency, which lesson cells do not have", "call the function directly")
            case "macro": return Wording("lesson cells have no macros", "write a function")
            default: return Wording("\(word) is not part of the language of lesson cells")
            }
        case .attribute(let name):
            return Wording("the attribute @\(name) is not part of the language of lesson cells", "remove it")
        case .pound(let name):
            return Wording("\(name) is not part of the language of lesson cells", "lesson cells have no macros")
        case .suppressedConformance:
            return Wording("types without copies (~) are not part of the language of lesson cells", "remove ~")
        case .inlineArray:
            return Wording("arrays of fixed size are not part of the language of lesson cells", "write [Element]")
        }
    }
}

extension Expected {
    var phrase: String {
        switch self {
        case .expression: "a value"
        case .operand(let name): "a value after \(name)"
        case .type: "a type"
        case .declaration: "a declaration"
        case .condition: "a condition"
        case .body, .elseBody, .functionBody, .typeBody, .switchBody: "{"
        case .name(let phrase): phrase
        case .closingParenthesis: "a comma or )"
        case .closingBracket: "a comma or ]"
        case .closingAngle: "a comma or >"
        case .parenthesis, .parameters: "("
        case .arrow: "->"
        case .closureIn: "in after the inputs of the closure"
        case .requirement: ": or == in this requirement"
        case .accessor: "get, set, willSet or didSet"
        case .repeatWhile: "while after the body of repeat"
        case .guardElse: "else after the condition of guard"
        case .forIn: "in after the loop's variable"
        case .caseLabel: "case or default"
        case .caseColon: ": after the case"
        case .equalInPattern: "= after the pattern"
        case .equalInTypealias: "= and a type"
        case .keyPathPeriod: "a dot in the key path"
        case .operatorSymbol: "an operator"
        case .precedenceProperty: "associativity, higherThan, lowerThan or assignment"
        case .associativity: "left, right or none"
        }
    }

    var hint: String {
        switch self {
        case .body: "the body stands in braces: { … }"
        case .elseBody: "write else { … } or else if condition { … }"
        case .functionBody: "a function needs a body: { … }"
        case .typeBody: "what belongs to the type stands in braces: { … }"
        case .switchBody: "the cases stand in braces: { case … }"
        case .parameters: "the inputs stand in parentheses; () if there are none"
        case .forIn: "write for name in values { … }"
        case .caseColon: "write case value:"
        case .guardElse: "write guard condition else { return }"
        case .condition: "write what decides, such as x > 0"
        default: ""
        }
    }
}

extension Found {
    var phrase: String {
        switch self {
        case .endOfFile: "the end of the text"
        case .endOfLine: "the end of the line"
        case .string: "a string"
        case .keyword(let word): "the word \(word)"
        case .sign(let name): "the operator \(Found.shortened(name))"
        case .text(let text): Found.shortened(text)
        }
    }

    /// A token may be a megabyte long.
    static func shortened(_ text: String) -> String {
        if text.utf8.count <= 40 { return text }
        return String(text.prefix(30)) + "…"
    }
}
