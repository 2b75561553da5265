// tier: 1
// A loop's variable ends with the loop.
for i in 1...3 { print(j) }  // error: there is no `j` here
print(i)  // error: there is no `i` here
