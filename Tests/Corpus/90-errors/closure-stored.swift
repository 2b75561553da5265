// tier: 2
// A closure that is stored has to be escaping.
class VM { var cb: (() -> Void)?; func on(_ f: () -> Void) { cb = f } }  // error: `f` is kept here, but
