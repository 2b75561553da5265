// tier: 2
// String(format:) as C's printf: %d is 32 bits wide, %ld 64.
import Foundation

print(String(format: "%d|%ld|%x|%lx|%u", 5_000_000_000, 5_000_000_000, -1, -1, 42))
// expect: 705032704|5000000000|ffffffff|ffffffffffffffff|42
print(String(format: "%.3d|%5.2d|%+d|% d|%-6d|%06d", 7, 7, 7, 7, 7, -7))  // expect: 007|   07|+7| 7|7     |-00007
print(String(format: "%E|%G|%g|%g", 12345.678, 0.00001, 100000.0, 1000000.0))
// expect: 1.234568E+04|1E-05|100000|1e+06
print(String(format: "%c%c|%o|%X|%i%%", 72, 105, 8, 255, 50))  // expect: Hi|10|FF|50%
print(String(format: "%08.3f|%+08.3f|%-8.3f|%.0f", 3.14159, 3.14159, -3.14159, 2.5))
// expect: 0003.142|+003.142|-3.142  |2
print(String(format: "%f %.2f %.2f", Double.infinity, -Double.infinity, Double.nan))  // expect: inf -inf nan
print(String(format: "%@ has %d of %@", "Ann", Int8(3), "7"))  // expect: Ann has 3 of 7
