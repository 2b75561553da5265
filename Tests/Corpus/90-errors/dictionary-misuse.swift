// tier: 1
// A dictionary's value is an optional.
let dict = ["a": 1]
dict["b"] = 2  // error: `dict` cannot be changed: it
let v = dict["a"] + 1  // error: does not work on an Int? and an Int
