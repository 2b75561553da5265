// tier: 1
// Constants are declared with let.
const a = 5  // error: there is no `const` here
