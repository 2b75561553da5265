import Foundation
import Testing

struct FileTests {
    private let shell: Shell

    init() throws {
        shell = try Shell()
        try shell.write(SampleLesson.fine, "fine.md")
    }

    // MARK: What is read

    @Test(arguments: ["/dev/zero", "fifo", "folder", "/dev/stdin"])
    func whatIsNoFileIsRefused(name: String) throws {
        let result = try shell.run("mkfifo fifo; mkdir folder; learn run \(name)")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("learn: cannot read `\(name)`: it is "))
        #expect(result.seconds < 5)
    }

    @Test func giantsAreRefused() throws {
        let file = try shell.run("truncate -s 10G giant.md; learn run giant.md")
        #expect(file.status == 2)
        #expect(file.errors == "learn: cannot read `giant.md`: it is larger than 10 MB\n")
        let pipe = try shell.run("learn run - < /dev/zero")
        #expect(pipe.status == 2)
        #expect(pipe.errors == "learn: cannot read `standard input`: it is larger than 10 MB\n")
    }

    @Test func oddNames() throws {
        let missing = try shell.run("learn run $'no\\e[31m\\n.md'")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("learn: there is no file and no lesson `no\\u{1b}[31m\\u{a}.md`"))
        let script = """
            cp fine.md -- -x.md; cp fine.md $'a\\e[31m b\\n.md'; cp fine.md $'\\xff.md'
            for name in -x.md $'a\\e[31m b\\n.md' $'\\xff.md'; do learn run -- "$name" | grep -c 'x is 3'; done
            """
        let result = try shell.run(script)
        #expect(result.text == "1\n1\n1\n")
        #expect(result.errors == "")
        try shell.write("```swift\nlet a = b\n```\n", "bad.md")
        let steering = try shell.run("mv bad.md $'a\\e[31m.md'; learn run $'a\\e[31m.md'")
        #expect(steering.status == 1)
        #expect(!steering.output.contains(0x1B))
        #expect(!steering.errors.utf8.contains(0x1B))
    }

    @Test func notText() throws {
        let result = try shell.run("head -c 3000 /dev/urandom > noise.md; learn run noise.md")
        #expect(result.status == 2)
        #expect(!result.errors.utf8.contains(0x1B))
        // A message that quotes the lesson, here a command of a formula, quotes no control code.
        let formula = try shell.run(#"printf '# A\n\n$\\\033[31m$ \377\n' > formula.md; learn run formula.md"#)
        #expect(formula.status == 2)
        #expect(formula.errors.contains("TeX"))
        #expect(!formula.errors.utf8.contains(0x1B))
    }

    // MARK: What is written

    @Test func aPageNeedsNothingElse() throws {
        let result = try shell.run("learn run --html page.html fine.md")
        #expect(result.status == 0)
        #expect(result.text.contains("x is 3"))
        let page = try shell.read("page.html")
        #expect(page.hasPrefix("<!doctype html>\n"))
        #expect(page.contains("content=\"default-src "))
        #expect(page.contains("<title>A &lt;small"))
        #expect(!page.contains("<small>"))
        #expect(page.contains("x is 3"))
        for reference in ["src=\"http", "src='http", "@import", "<script src", "<link", "url(http"] {
            #expect(!page.contains(reference))
        }
        #expect(try shell.names() == ["fine.md", "page.html"])
    }

    @Test func anOldFileIsReplacedWhole() throws {
        try shell.write("old", "page.html")
        let result = try shell.run("chmod 640 page.html; learn run -q --html page.html fine.md; stat -c %a page.html")
        #expect(result.text == "640\n")
        #expect(try shell.read("page.html").hasSuffix("</html>\n"))
        #expect(try shell.names() == ["fine.md", "page.html"])
    }

    @Test func outputInAFile() throws {
        let result = try shell.run("learn run fine.md > a.txt; learn run -o b.txt fine.md; cmp a.txt b.txt")
        #expect(result.status == 0)
        #expect(result.text == "")
    }

    @Test(arguments: [
        ("mkdir page.html", "it is a folder"), ("ln -s elsewhere page.html", "it is a symbolic link"),
        ("mkfifo page.html", "it is no ordinary file"), ("touch page.html; chmod 444 page.html", "it is read-only"),
    ])
    func whatIsNotWrittenOver(setting: String, reason: String) throws {
        for flag in ["--html", "--output"] {
            let result = try shell.run("rm -rf page.html; \(setting); learn run \(flag) page.html fine.md")
            #expect(result.status == 74)
            #expect(result.text == "")
            #expect(result.errors.hasPrefix("learn: cannot write `page.html`: \(reason)"))
            #expect(try shell.names() == ["fine.md", "page.html"].filter { $0 != "elsewhere" })
        }
    }

    @Test func aFullDiskKeepsTheOldFile() throws {
        try shell.write("old", "page.html")
        let result = try shell.run("ulimit -f 1; trap '' XFSZ; learn run -q --html page.html fine.md")
        #expect(result.status == 74)
        #expect(result.errors == "learn: cannot write `page.html`: File too large\n")
        #expect(try shell.read("page.html") == "old")
        #expect(try shell.names() == ["fine.md", "page.html"])
    }

    @Test func missingFolders() throws {
        let result = try shell.run("learn run --html no/page.html fine.md")
        #expect(result.status == 74)
        #expect(result.errors == "learn: cannot write `no/page.html`: No such file or directory\n")
    }
}
