import SourceText

/// What is wrong with a text, apart from its wording (`SyntaxError+Wording`).
enum SyntaxError: Sendable, Equatable {
    // Characters and literals.
    case nulByte
    case invalidUTF8(UInt8)
    case invalidCharacter(UInt32)
    case singleQuotes
    case unterminatedComment
    case strayCommentEnd
    case unterminatedString(isMultiline: Bool)
    case unterminatedInterpolation
    case emptyInterpolation
    case unterminatedBackticks
    case dollarName
    case invalidNumber(String)
    case exponentWithoutDigits
    case invalidEscape(String)
    case invalidUnicodeEscape
    case multilineStart
    case multilineEnd
    case multilineIndentation

    // Operators and blanks.
    case spaceAfterPeriod
    case unevenSpacesAroundEqual
    case unevenOperator(String)
    case strayArrow
    case ternaryWithoutColon
    case tryAfterOperator(String)

    // Conditional compilation.
    case unclosedConditional
    case strayConditional
    case invalidCondition
    case bracketsAcrossConditional

    // Structure.
    case expected(Expected, found: Found)
    case unclosed(String)
    case missingCloser(String, Found)
    case strayCloser(String)
    case straySemicolon
    case strayEqual
    case strayBlock
    case strayClause(String)
    case missingSeparator(Found)
    case missingComma
    case foreignKeyword(String, String)
    case keywordAsName(String)
    case tooDeep
    case tooHigh
    case tooManyOperators

    // Statements and patterns.
    case caseOutsideSwitch(String)
    case emptyCase
    case caseAfterDefault
    case cStyleFor
    case letCase
    case nestedLet(String)
    case assignmentAsCondition
    case misplacedIfExpression(String)

    // Expressions and types.
    case mixedCollection
    case labelOnOneElement
    case tupleParameter
    case closureLabel
    case misplacedInout
    case inoutBeforeName
    case labelInFunctionType
    case parameterInTuple
    case classConstraint

    // Declarations.
    case attributeName
    case misplacedAttribute(String)
    case doubledModifier(String)
    case doubleEqualInDeclaration
    case computedWithoutType
    case setterWithoutGetter
    case bodyInProtocol
    case parameterWithoutType(String)
    case statementInType
    case periodBeforeCase
    case emptyPayload
    case operatorWithoutFixity
    case unknownPrecedenceProperty(String)

    case unsupported(Unsupported)
}

/// What Swift has and the cell language does not.
enum Unsupported: Sendable, Equatable {
    /// A keyword such as `async`, `actor`, `macro`.
    case word(String)
    case attribute(String)
    /// `#name`
    case pound(String)
    /// `~Copyable`
    case suppressedConformance
    /// `[4 of Int]`
    case inlineArray
}

/// What the parser was looking for.
enum Expected: Sendable, Equatable {
    case expression
    case operand(String)
    case type, declaration, condition
    case body, elseBody, functionBody, typeBody, switchBody
    case name(String)
    case closingParenthesis, closingBracket, closingAngle, parenthesis
    case arrow, closureIn, requirement, parameters, accessor
    case repeatWhile, guardElse, forIn, caseLabel, caseColon
    case equalInPattern, equalInTypealias, keyPathPeriod
    case operatorSymbol, precedenceProperty, associativity

    static let variableName = Expected.name("the variable's name")
    static let loopVariable = Expected.name("the name of the loop's variable")
    static let functionName = Expected.name("the function's name")
    static let typeName = Expected.name("the type's name")
    static let parameterName = Expected.name("a parameter's name")
    static let genericParameter = Expected.name("the name of a generic parameter")
    static let caseName = Expected.name("the name of a case")
    static let moduleName = Expected.name("the name of a module")
    static let memberName = Expected.name("the name of a member after the dot")
    static let captureName = Expected.name("the name of a variable to capture")
    static let precedenceGroup = Expected.name("the name of a precedence group")
}

/// What stood there instead.
enum Found: Sendable, Equatable {
    case endOfFile
    case endOfLine
    case string
    case keyword(String)
    case sign(String)
    case text(String)
}

/// An error with its place.
struct Fault: Sendable {
    /// How many of them a file can have: a reader looks at a few.
    static let limit = 100

    var error: SyntaxError
    var span: Span
    /// The bracket that is open where this was found.
    var opener: Span?

    init(_ error: SyntaxError, _ span: Span) {
        self.error = error
        self.span = span
    }

    func diagnostic(in file: SourceFile) -> Diagnostic {
        let wording = error.wording
        var notes: [Diagnostic] = []
        if let opener { notes.append(Diagnostic(.note, in: file, at: opener, "it was opened here")) }
        return Diagnostic(in: file, at: span, wording.message, hint: wording.hint, notes: notes)
    }
}
