// tier: 1
// A product that does not fit.
var product = 1
for i in 1...30 {
    product *= i  // trap: too large
    if i == 20 { print(product) }  // expect: 2432902008176640000
}
