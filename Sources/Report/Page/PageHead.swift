/// The head that all pages have.
extension HTMLWriter {
    /// Everything up to the body's first element. The policy stands first: it allows the page's own style sheet and
    /// scripts, by their hashes, and nothing else.
    mutating func beginPage(language: String, title: String, summary: String, scripts: [String]) {
        markup("<!doctype html>\n")
        open("html", [("lang", language)])
        markup("<head><meta charset=\"utf-8\">")
        var policy = "default-src 'none'; style-src '" + PageAssets.styleHash + "'; "
        if !scripts.isEmpty {
            policy += "script-src"
            for script in scripts { policy += " '" + PageAssets.hash(of: script) + "'" }
            policy += "; "
        }
        policy += "img-src data:; base-uri 'none'; form-action 'none'"
        open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
        markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        markup("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">")
        element("title", text: title)
        if !summary.isEmpty { open("meta", [("name", "description"), ("content", summary)]) }
        markup("<style>")
        asset(PageAssets.style)
        markup("</style>")
        for script in scripts {
            markup("<script>")
            asset(script)
            markup("</script>")
        }
        markup("</head>\n<body>\n")
    }
}
