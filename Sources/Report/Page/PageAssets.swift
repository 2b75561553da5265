import CPageAssets

/// The style sheet and the script of pages: files of the project's own, embedded when it is built.
///
/// They are the same for all pages, so that their hashes in the security policy are the same everywhere.
enum PageAssets {
    static let style = text(page_style())
    static let script = text(page_script())

    static let search = text(page_search())

    /// Hashes, as a Content-Security-Policy names them.
    static let styleHash = SHA256.policySource(style)
    private static let scriptHash = SHA256.policySource(script)
    private static let searchHash = SHA256.policySource(search)

    static func hash(of script: String) -> String { script == search ? searchHash : scriptHash }

    private static func text(_ asset: PageAsset) -> String {
        String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
    }
}
