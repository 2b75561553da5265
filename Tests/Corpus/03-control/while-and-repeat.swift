// tier: 1
// Loops with a condition before and after, break and continue.
var n = 27
var steps = 0
while n != 1 {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1
    steps += 1
}
print(steps)  // expect: 111
var count = 0
repeat {
    count += 1
} while count < 0
print(count)  // expect: 1
var sum = 0
var i = 0
while true {
    i += 1
    if i % 2 == 0 { continue }
    if i > 7 { break }
    sum += i
}
print(sum, i)  // expect: 16 9
var loss = 1.0
var epoch = 0
while loss > 0.1, epoch < 100 {
    loss *= 0.5
    epoch += 1
}
print(epoch, loss)  // expect: 4 0.0625
