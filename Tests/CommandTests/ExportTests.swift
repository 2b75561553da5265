import Testing

@testable import learn

/// `learn export` as a process.
struct ExportTests {
    private static let lesson = """
        ---
        title: First
        ---

        See [the second](lesson2.md) and [a loss](glossary.md#loss).

        ```swift
        print(1 + 1)
        ```

        """

    private func course() throws -> Shell {
        let shell = try Shell()
        _ = try shell.run("mkdir in")
        try shell.write(Self.lesson, "in/lesson1.md")
        try shell.write("# Second\n\n## Here\n\n![a dot](../secret.png)\n", "in/lesson2.md")
        try shell.write("# Tenth\n\n[nowhere](lesson2.md#there)\n", "in/lesson10.md")
        try shell.write("## Loss\n\nHow far off.\n", "in/glossary.md")
        return shell
    }

    @Test func aFolderBecomesASite() throws {
        let shell = try course()
        let result = try shell.run(
            "rm in/lesson10.md; echo '# Second' > in/lesson2.md; learn export in -o site; ls site")
        #expect(result.status == 0, "\(result)")
        #expect(result.text == "glossary.html\nindex.html\nlesson1.html\nlesson2.html\nprint.html\n")
        let page = try shell.read("site/lesson1.html")
        #expect(page.contains("href=\"lesson2.html\"") && page.contains("href=\"glossary.html#g-loss\""))
        #expect(page.contains("How far off."))
    }

    @Test func onlyWhatChangedIsWritten() throws {
        let shell = try course()
        let result = try shell.run(
            """
            rm in/lesson10.md in/lesson2.md; echo '# Second' > in/lesson2.md
            learn export -q in -o site; touch -d 2001-01-01 site/*; echo 'More.' >> in/lesson2.md
            learn export -q in -o site; find site -newermt 2002-01-01 -printf '%f\\n' | sort
            """)
        #expect(!result.text.contains("lesson1.html") && result.text.contains("lesson2.html"), "\(result)")
    }

    @Test func whatLeadsNowhereIsNamed() throws {
        let shell = try course()
        let result = try shell.run("learn export in -o site")
        #expect(result.status == 1)
        #expect(result.errors.contains("`lesson2.md#there` leads nowhere"))
        #expect(result.errors.contains("this picture is left out"))
        #expect(try !shell.read("site/lesson2.html").contains("<img"))
    }

    @Test func solutionsStayAway() throws {
        let shell = try course()
        try shell.write(
            """
            ```swift
            //| exercise: two
            func two() -> Int { 0 }
            ```

            ```swift
            //| solution: two
            func two() -> Int { 1 + 1 }
            ```

            """, "in/lesson1.md")
        _ = try shell.run("rm in/lesson2.md in/lesson10.md; learn export in --no-solutions --single all.html")
        let page = try shell.read("all.html")
        #expect(page.contains("two()") && !page.contains("Show a solution"))
    }

    @Test func aPackageHoldsAProgramForEachLesson() throws {
        let shell = try course()
        let result = try shell.run("learn export in --format swift -o package; find package -type f | sort")
        #expect(result.text.hasPrefix("package/Package.swift\npackage/Sources/lesson1/main.swift\n"), "\(result)")
        #expect(try shell.read("package/Sources/lesson1/main.swift").contains("print(1 + 1)"))
    }
}
