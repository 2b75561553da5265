import Foundation

/// A headless Chromium, driven over its debugging pipe: JSON messages that end in a zero byte, on descriptors 3 and 4.
final class Browser {
    struct Failure: Error, CustomStringConvertible { var description: String }

    /// Where Chromium is; nil where there is none.
    static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Console messages, exceptions, violations of the policy and requests since the page was opened.
    private(set) var complaints: [String] = []
    private(set) var requests: [String] = []

    private let process: pid_t
    private let writing: Int32
    private let reading: Int32
    private let profile: URL
    private var session: String?
    private var next = 1
    private var buffer: [UInt8] = []

    init() throws {
        guard let program = Self.program else { throw Failure(description: "no Chromium") }
        profile = FileManager.default.temporaryDirectory.appendingPathComponent("learn-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        var toBrowser: [Int32] = [0, 0]
        var fromBrowser: [Int32] = [0, 0]
        guard pipe(&toBrowser) == 0, pipe(&fromBrowser) == 0 else { throw Failure(description: "no pipe") }
        // Out of the way of 3 and 4, which the child gets.
        let input = fcntl(toBrowser[0], F_DUPFD, 20)
        let output = fcntl(fromBrowser[1], F_DUPFD, 20)
        writing = fcntl(toBrowser[1], F_DUPFD_CLOEXEC, 20)
        reading = fcntl(fromBrowser[0], F_DUPFD_CLOEXEC, 20)
        for descriptor in toBrowser + fromBrowser { close(descriptor) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, input, 3)
        posix_spawn_file_actions_adddup2(&actions, output, 4)
        let arguments = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
            "--user-data-dir=\(profile.path)", "about:blank",
        ]
        var words = arguments.map { strdup($0) } + [nil]
        var child: pid_t = 0
        let problem = posix_spawn(&child, program, &actions, nil, &words, environ)
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        close(input)
        close(output)
        guard problem == 0 else { throw Failure(description: String(cString: strerror(problem))) }
        process = child
        let targets = try call("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
        guard let page = targets.first(where: { $0["type"] as? String == "page" }),
            let id = page["targetId"] as? String
        else { throw Failure(description: "no page") }
        session = try call("Target.attachToTarget", ["targetId": id, "flatten": true])["sessionId"] as? String
        for domain in ["Page", "Runtime", "Network", "Log"] { try call(domain + ".enable") }
    }

    func quit() {
        session = nil
        _ = try? call("Browser.close")
        var status: Int32 = 0
        waitpid(process, &status, 0)
        Glibc.close(writing)
        Glibc.close(reading)
        try? FileManager.default.removeItem(at: profile)
    }

    @discardableResult
    func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        let id = next
        next += 1
        var message: [String: Any] = ["id": id, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
        while !bytes.isEmpty {
            let count = write(writing, bytes, bytes.count)
            if count <= 0 { throw Failure(description: "Chromium went away") }
            bytes.removeFirst(count)
        }
        while true {
            let answer = try read()
            if answer["id"] as? Int == id {
                if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
                return answer["result"] as? [String: Any] ?? [:]
            }
            note(answer)
        }
    }

    private func read() throws -> [String: Any] {
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Data(buffer[..<end])
                buffer.removeSubrange(...end)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = Glibc.read(reading, &chunk, chunk.count)
            if count <= 0 { throw Failure(description: "Chromium went away") }
            buffer += chunk[..<count]
        }
    }

    private func note(_ event: [String: Any]) {
        let parameters = event["params"] as? [String: Any] ?? [:]
        switch event["method"] as? String {
        case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
            complaints.append("\(parameters)")
        case "Network.requestWillBeSent":
            let request = parameters["request"] as? [String: Any]
            requests.append(request?["url"] as? String ?? "?")
        default: break
        }
    }

    // MARK: Pages

    /// Opens a page from a file and waits until it is there.
    func open(_ url: String, width: Int = 1280, height: Int = 800, dark: Bool = false, hasScript: Bool = true) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
        try call(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
        try call("Emulation.setScriptExecutionDisabled", ["value": !hasScript])
        try call("Page.navigate", ["url": "about:blank"])
        complaints = []
        requests = []
        try call("Page.navigate", ["url": url])
        let end = Date().addingTimeInterval(20)
        while Date() < end {
            let state = try evaluate("document.readyState + ' ' + location.href")
            if let state = state as? String, state.hasPrefix("complete"), !state.hasSuffix("about:blank") { return }
            usleep(10_000)
        }
        throw Failure(description: "the page does not load")
    }

    @discardableResult
    func evaluate(_ script: String) throws -> Any? {
        let answer = try call(
            "Runtime.evaluate", ["expression": script, "returnByValue": true, "awaitPromise": true])
        if let details = answer["exceptionDetails"] { throw Failure(description: "\(script): \(details)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    func press(_ key: String) throws {
        for kind in ["keyDown", "keyUp"] { try call("Input.dispatchKeyEvent", ["type": kind, "key": key]) }
    }

    /// Clicks in the middle of an element, as a mouse does.
    func click(_ selector: String) throws {
        let place = try evaluate(
            """
            (() => { const e = document.querySelector(\(Self.quoted(selector))); e.scrollIntoView({block: "center"});
            const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()
            """)
        guard let place = place as? [Double] else { throw Failure(description: "no \(selector)") }
        for kind in ["mousePressed", "mouseReleased"] {
            try call(
                "Input.dispatchMouseEvent",
                ["type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
        }
    }

    static func quoted(_ text: String) -> String {
        let data = try? JSONSerialization.data(withJSONObject: [text])
        return String(decoding: data ?? Data("[\"\"]".utf8), as: UTF8.self).dropFirst().dropLast() + ""
    }
}
