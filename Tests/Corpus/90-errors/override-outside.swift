// tier: 2
// override is for members of classes.
override func f() {}  // error: `override` is for members of
