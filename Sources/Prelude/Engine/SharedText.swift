import CEngineText

/// The engine's source files that cells share with programs, `private` functions and all: see `CEngineText`.
enum SharedText {
    static let files = files(engine_source)
    /// Those of `LessonKit`.
    static let kit = files(kit_source)

    private static func files(_ source: (Int) -> UnsafePointer<EngineSource>?) -> [StandardLibrary.File] {
        var files: [StandardLibrary.File] = []
        while let source = source(files.count)?.pointee {
            files.append(
                StandardLibrary.File(name: String(cString: source.name), text: String(cString: source.text)))
        }
        return files
    }

    /// The module `Elementary` as those files see it; cells have its functions by their own names.
    static let elementary = #"""
        enum Elementary {
            static var pi: Double { Double.pi }
            @native("math.exp") static func exp(_ x: Double) -> Double
            @native("math.log") static func log(_ x: Double) -> Double
            @native("math.log2") static func log2(_ x: Double) -> Double
            @native("math.log10") static func log10(_ x: Double) -> Double
            @native("math.log1p") static func log1p(_ x: Double) -> Double
            @native("math.expm1") static func expm1(_ x: Double) -> Double
            @native("math.pow") static func pow(_ x: Double, _ y: Double) -> Double
            @native("math.sin") static func sin(_ x: Double) -> Double
            @native("math.cos") static func cos(_ x: Double) -> Double
            @native("math.tan") static func tan(_ x: Double) -> Double
            @native("math.tanh") static func tanh(_ x: Double) -> Double
            @native("math.erf") static func erf(_ x: Double) -> Double
            static func describe(_ x: Double) -> String { x.description }
        }
        """#

    /// What those files ask of the engine itself.
    static let kernels = #"""
        extension EngineError {
            func stop() -> Never { _trap(message) }
        }

        struct CSVFields {
            let _handle: _Handle
            init(_ text: String) { _handle = _csv(text) }
            var columnCount: Int { _csvCount(_handle, 0) }
            var rowCount: Int { _csvCount(_handle, 1) }
            func name(_ column: Int) -> String { _csvText(_handle, column, -1) }
            func numbers(_ column: Int) -> [Double] { _csvNumbers(_handle, column, [0]) }
            func texts(_ column: Int) -> [String] {
                var texts: [String] = []
                if _csvIsNumeric(_handle, column) { return texts }
                for row in 0..<rowCount { texts.append(_csvText(_handle, column, row)) }
                return texts
            }
        }
        @native("engine.csv") func _csv(_ text: String) -> _Handle
        /// 0: columns, 1: rows.
        @native("engine.csvCount") func _csvCount(_ handle: _Handle, _ what: Int) -> Int
        @native("engine.csvIsNumeric") func _csvIsNumeric(_ handle: _Handle, _ column: Int) -> Bool
        @native("engine.csvNumbers") func _csvNumbers(_ handle: _Handle, _ column: Int, _ like: [Double]) -> [Double]
        /// A field, or the column's name at row −1.
        @native("engine.csvText") func _csvText(_ handle: _Handle, _ column: Int, _ row: Int) -> String
        @native("engine.dataText") func dataText(_ name: String) -> String
        """#
}
