import LessonModel

/// What a page knows of what is around it: its place in a course, and where links lead.
public struct PageContext: Sendable {
    /// Another page of the site.
    public struct Neighbour: Sendable {
        public var title: String
        public var address: String

        public init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }

    public var place: LessonPlace?
    public var previous: Neighbour?
    public var next: Neighbour?
    /// The page that lists all lessons; nil for a page by itself.
    public var index: Neighbour?
    public var glossary: Glossary?
    /// The address of the glossary's page; empty where it is on the page itself.
    var glossaryAddress = ""
    /// Whether the whole glossary is on the page, or on a page of its own; else the terms that a lesson names stand at
    /// its end.
    var isGlossaryElsewhere = false
    /// Files of the folder, and where they are on the site: `lesson2.md` is `lesson2.html`.
    var addresses: [String: String] = [:]
    /// Stands before every id of the page, so that several lessons can be on one.
    var prefix = ""
    /// Whether the lesson is one of several on its page.
    var isPart = false
    /// Whether the page has the script.
    var isLive = true

    public init() {}
}

extension PageContext {
    /// An address of a lesson as an address of the site; nil where it leads nowhere.
    func resolved(_ url: String) -> String? {
        let parts = Self.split(url)
        if parts.file.isEmpty { return "#" + prefix + HTMLWriter.id("s", parts.place) }
        guard let address = addresses[parts.file] else { return nil }
        // Within one page an address is the other lesson's prefix.
        if address.utf8.first == 0x23 {
            return address + (parts.place.isEmpty ? "p-lesson" : HTMLWriter.id("s", parts.place))
        }
        if parts.place.isEmpty { return address }
        return address + "#" + HTMLWriter.id("s", parts.place)
    }

    /// The glossary's term that an address names.
    func term(_ url: String) -> Glossary.Term? {
        let parts = Self.split(url)
        return parts.file == "glossary.md" ? glossary?.term(parts.place) : nil
    }

    static func split(_ url: String) -> (file: String, place: String) {
        var file = ""
        var place = ""
        var isPlace = false
        for scalar in url.unicodeScalars {
            if scalar == "#", !isPlace {
                isPlace = true
            } else if isPlace {
                place.unicodeScalars.append(scalar)
            } else {
                file.unicodeScalars.append(scalar)
            }
        }
        return (file, place)
    }
}
