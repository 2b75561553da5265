// tier: 1
// A name ends with its braces.
if true { let q = 1 }
print(q)  // error: there is no `q` here
