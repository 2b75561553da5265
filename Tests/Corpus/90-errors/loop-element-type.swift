// tier: 1
// A type beside the loop's variable has to be that of the elements.
for name: String in ["a": 1] { print(name) }  // error: and a String is needed here
for number: Int in ["1", "2"] { print(number) }  // error: String
