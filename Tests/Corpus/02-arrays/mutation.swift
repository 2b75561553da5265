// tier: 1
// Changing an array: append, insert, remove, assign, concatenate, swap.
var a = [1, 2, 3]
a.append(4)
a.append(contentsOf: [5, 6])
print(a)  // expect: [1, 2, 3, 4, 5, 6]
a[0] = 10
a[1] += 5
print(a)  // expect: [10, 7, 3, 4, 5, 6]
a.insert(99, at: 1)
print(a)  // expect: [10, 99, 7, 3, 4, 5, 6]
print(a.remove(at: 1), a)  // expect: 99 [10, 7, 3, 4, 5, 6]
print(a.removeLast(), a.removeFirst(), a)  // expect: 6 10 [7, 3, 4, 5]
a += [7]
print(a + [8, 9])  // expect: [7, 3, 4, 5, 7, 8, 9]
a.swapAt(0, 1)
print(a)  // expect: [3, 7, 4, 5, 7]
print(a.popLast()!, a)  // expect: 7 [3, 7, 4, 5]
a.reverse()
print(a)  // expect: [5, 4, 7, 3]
a.removeAll()
print(a, a.popLast() == nil)  // expect: [] true
var b = [3, 1, 2]
b.sort()
print(b)  // expect: [1, 2, 3]
b.removeAll { $0 > 2 }
print(b)  // expect: [1, 2]
b.reserveCapacity(10)
b.insert(contentsOf: [7, 8], at: 1)
print(b)  // expect: [1, 7, 8, 2]
b.replaceSubrange(0..<2, with: [0])
print(b)  // expect: [0, 8, 2]
