// tier: 1
// Strings and numbers do not add.
print("a" + 5)  // error: `+` does not work on
print(5 + "a")  // error: `+` does not work on
print("a" * 3)  // error: does not work on a String and an Int
