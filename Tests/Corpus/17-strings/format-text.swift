// tier: 2
// String(format:) with text among the values.
import Foundation

print(String(format: "%@ is %d", "Bob", 5))  // expect: Bob is 5
