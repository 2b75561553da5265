// swift-tools-version: 6.2
import PackageDescription

/// Core modules are pure Swift and also compile as Embedded Swift for WebAssembly, so what Embedded Swift
/// refuses is an error here as well.
let portable: [SwiftSetting] = [.treatWarning("EmbeddedRestrictions", as: .error)]

/// Checks at run time that no two parts of the program change one property at once belong to debug builds and tests:
/// in a release build they were a seventh of a lesson's time. `NeuralCore` does without the flag, since a package with unsafe
/// flags cannot be depended on.
let core: [SwiftSetting] =
    portable + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// The interpreter loop wants its dispatch replicated into every case; see Machine.docc for what that measured.
let machineLoop: [SwiftSetting] =
    core + [
        .unsafeFlags(
            ["-Xllvm", "-tail-dup-pred-size=1000", "-Xllvm", "-tail-dup-succ-size=1000"],
            .when(configuration: .release))
    ]

/// The compiler's places hand closures to each other in a circle. Specialising those for each other never ends: minutes
/// and gigabytes in a release build, against 24 seconds without.
let compilerPlaces: [SwiftSetting] =
    core + [
        .unsafeFlags(["-Xllvm", "-sil-disable-pass=closure-specialize"], .when(configuration: .release))
    ]

/// Inlining `emit` into the hundreds of places that call it took the optimiser over five minutes and two gigabytes;
/// without, the module takes a quarter of a minute.
let codeGenerator: [SwiftSetting] =
    core + [.unsafeFlags(["-Xllvm", "-sil-disable-pass=inline"], .when(configuration: .release))]

/// One file at one address: no libraries of Swift's to look up and no addresses to adapt in all the pages that hold
/// some, which took a tenth of an empty program's time.
let quickStart = ["-static-stdlib", "-Xclang-linker", "-no-pie"]

let package = Package(
    name: "learn",
    products: [
        .library(name: "NeuralCore", targets: ["NeuralCore"]),
        .library(name: "LessonKit", targets: ["LessonKit"]),
        .executable(name: "learn", targets: ["learn"]),
    ],
    targets: [
        // The core, arrows pointing down only.
        .target(name: "SourceText", swiftSettings: core),
        .target(name: "Elementary", swiftSettings: portable),
        .target(name: "Syntax", dependencies: ["SourceText"], swiftSettings: core),
        .target(name: "Semantics", dependencies: ["Syntax", "Elementary"], swiftSettings: core),
        .target(name: "Machine", dependencies: ["SourceText", "Elementary"], swiftSettings: machineLoop),
        .target(name: "Compiler", dependencies: ["Semantics", "Machine", "Elementary"], swiftSettings: compilerPlaces),
        .target(name: "CNeuralKernels"),
        .target(name: "NeuralCore", dependencies: ["Elementary", "CNeuralKernels"], swiftSettings: portable),
        .target(name: "LessonKit", dependencies: ["NeuralCore"], swiftSettings: core),
        .target(name: "LessonModel", dependencies: ["SourceText"], swiftSettings: core),
        // The engine's sources that cells share with programs, as text.
        .target(name: "CEngineText"),
        .target(
            name: "Prelude", dependencies: ["Compiler", "NeuralCore", "LessonKit", "CEngineText"],
            swiftSettings: core),
        .target(name: "Notebook", dependencies: ["Prelude", "LessonModel"], swiftSettings: core),
        .target(name: "CPageAssets", exclude: ["page.css", "page.js", "search.js"]),
        .target(
            name: "Report", dependencies: ["LessonModel", "Syntax", "Elementary", "CPageAssets"], swiftSettings: core),

        // The edge, which may use the system.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "LessonReader", dependencies: ["LessonModel", "CCmark"]),
        .target(name: "Terminal"),
        .target(name: "Corpus", dependencies: ["Prelude"]),
        .target(name: "CLessons"),
        .executableTarget(
            name: "learn", dependencies: ["Notebook", "NeuralCore", "Report", "LessonReader", "Terminal", "CLessons"],
            linkerSettings: [.unsafeFlags(quickStart, .when(platforms: [.linux], configuration: .release))]),
        .executableTarget(
            name: "learn-bench", dependencies: ["NeuralCore", "CLessons", "Prelude", "Notebook"], exclude: ["Programs"]),
        .testTarget(name: "CompilerTests", dependencies: ["Compiler", "Prelude"]),
        .executableTarget(name: "corpus-tool", dependencies: ["Corpus"]),

        .testTarget(name: "CorpusTests", dependencies: ["Corpus"]),
        .testTarget(name: "ElementaryTests", dependencies: ["Elementary"]),
        .testTarget(name: "MachineTests", dependencies: ["Machine"]),
        .testTarget(name: "NeuralCoreTests", dependencies: ["NeuralCore", "LessonKit", "CNeuralKernels"]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
        .testTarget(name: "LessonModelTests", dependencies: ["LessonModel"], exclude: ["Golden"]),
        .testTarget(name: "LessonTests", dependencies: ["LessonReader", "LessonKit", "Notebook", "Corpus"]),
        .testTarget(name: "LessonReaderTests", dependencies: ["LessonReader"]),
        .testTarget(name: "NotebookTests", dependencies: ["Notebook", "LessonReader", "LessonKit"]),
        .testTarget(name: "CommandTests", dependencies: ["learn"]),
        .testTarget(name: "PageTests", dependencies: ["Report", "Notebook", "LessonReader", "NeuralCore"]),
        .testTarget(name: "PreludeTests", dependencies: ["Prelude"]),
        .testTarget(name: "ReportTests", dependencies: ["Report", "Terminal"], exclude: ["Golden"]),
    ]
)
