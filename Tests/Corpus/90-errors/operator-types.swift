// tier: 2
// Own operators take their own types only.
struct V { var x: Int; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }
print(V(x: 1) + 1)  // error: `+` does not work on
print(V(x: 1) - V(x: 2))  // error: `-` does not work on
print(V(x: 1) < V(x: 2))  // error: `<` does not work on
