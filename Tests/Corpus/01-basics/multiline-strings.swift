// tier: 1
// A string over several lines between three quotes: the closing line sets the margin.
let poem = """
    one
      two
    "three" \(1 + 2)
    """
print(poem)
// expect: one
// expect:   two
// expect: "three" 3
let joined = """
    no break \
    here
    """
print(joined)  // expect: no break here
print(poem.count)  // expect: 19
print("""
    a

    b
    """)
// expect: a
// expect:
// expect: b
