import LessonModel
import Report

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The pictures of a lesson, read from its own folder, as addresses that hold the picture itself.
enum PageAssetReader {
    /// The most bytes that one picture may have.
    static let limit = 2_000_000

    /// - Parameter folder: The lesson's folder; nil for a lesson that is no file and has no pictures.
    static func read(_ document: Document, in folder: Argument?) -> (images: [String: String], refusals: [String]) {
        var images: [String: String] = [:]
        var refusals: [String] = []
        var urls: [String] = []
        document.visit { block in
            for inlines in block.inlineRuns { collect(inlines, &urls) }
        }
        for url in urls where images[url] == nil {
            let shown = Argument.escaped(url)
            guard let folder else {
                refusals.append("the picture `\(shown)` has no folder to be in")
                continue
            }
            guard let kind = kind(of: url) else {
                refusals.append("the picture `\(shown)` is no .png, .jpg, .gif or .webp file")
                continue
            }
            guard isWithin(url, folder) else {
                refusals.append("the picture `\(shown)` is not in the lesson's folder")
                continue
            }
            guard let bytes = try? InputFile.read(LessonFolder.joined(folder, url), followsLinks: false) else {
                refusals.append("the picture `\(shown)` is not there or cannot be read")
                continue
            }
            if bytes.count > limit {
                refusals.append("the picture `\(shown)` is larger than \(limit / 1_000_000) MB")
                continue
            }
            images[url] = "data:image/" + kind + ";base64," + Base64.text(bytes)
        }
        return (images, refusals)
    }

    /// Whether a path stays in the folder, links followed.
    private static func isWithin(_ url: String, _ folder: Argument) -> Bool {
        if url.hasPrefix("/") { return false }
        for part in url.split(separator: "/") where part == ".." { return false }
        let directory = folder.bytes.isEmpty ? Argument(".") : folder
        guard let root = realpath(directory.path, nil) else { return false }
        defer { free(root) }
        guard let file = realpath(LessonFolder.joined(folder, url).path, nil) else { return true }
        defer { free(file) }
        return String(cString: file).hasPrefix(String(cString: root) + "/")
    }

    private static func kind(of url: String) -> String? {
        let name = url.lowercased()
        if name.hasSuffix(".png") { return "png" }
        if name.hasSuffix(".jpg") || name.hasSuffix(".jpeg") { return "jpeg" }
        if name.hasSuffix(".gif") { return "gif" }
        return name.hasSuffix(".webp") ? "webp" : nil
    }

    private static func collect(_ inlines: [Inline], _ urls: inout [String]) {
        for inline in inlines {
            switch inline {
            case .image(let image): urls.append(image.url)
            case .emphasis(let inner), .strong(let inner): collect(inner, &urls)
            case .link(let link): collect(link.inlines, &urls)
            default: break
            }
        }
    }
}
