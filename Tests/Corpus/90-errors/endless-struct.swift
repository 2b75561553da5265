// tier: 2
// A struct cannot hold itself.
struct R { var r: R }  // error: R holds itself, so it
