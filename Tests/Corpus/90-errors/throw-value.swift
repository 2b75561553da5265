// tier: 2
// Only errors can be thrown.
throw 5  // error: this is an Int, and
