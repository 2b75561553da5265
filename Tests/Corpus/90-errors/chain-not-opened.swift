// tier: 2
// An optional link of a chain has to be opened.
class Node { var next: Node? }
let n = Node()
n.next.next = n  // error: this is an optional, Node?,
print(n.next.next)  // error: this is an optional, Node?,
