// tier: 1
// The functions of mathematics, to the last digit.
import Foundation
print(exp(0.0), exp(1.0), exp(-1.0), exp(0.5))  // expect: 1.0 2.718281828459045 0.36787944117144233 1.6487212707001282
print(log(1.0), log(2.0), log(10.0), log(0.0))  // expect: 0.0 0.6931471805599453 2.302585092994046 -inf
print(tanh(0.0), tanh(0.5), tanh(-2.0), tanh(20.0))  // expect: 0.0 0.46211715726000974 -0.9640275800758169 1.0
print(sin(1.0), cos(1.0), sin(Double.pi), cos(Double.pi))  // expect: 0.8414709848078965 0.5403023058681398 1.2246467991473532e-16 -1.0
print(sqrt(2.0), sqrt(16.0), pow(2.0, 10.0), pow(2.0, 0.5))  // expect: 1.4142135623730951 4.0 1024.0 1.4142135623730951
print(exp(710.0), exp(-750.0), log(-1.0).isNaN, sqrt(-1.0).isNaN)  // expect: inf 0.0 true true
print(floor(2.7), ceil(2.1), round(2.5), trunc(-2.7), floor(-2.1))  // expect: 2.0 3.0 3.0 -2.0 -3.0
print(abs(-3.5), fabs(-2.5), max(1, sqrt(4)))  // expect: 3.5 2.5 2.0
print(log2(8.0), log10(1000.0), atan2(1.0, 1.0), hypot(3.0, 4.0))  // expect: 3.0 3.0 0.7853981633974483 5.0
print(pow(2.0, 3.0), sqrt(9.0), pow(0.5, 2.0))  // expect: 8.0 3.0 0.25
print((1...4).map { exp(Double($0)) })  // expect: [2.718281828459045, 7.38905609893065, 20.085536923187668, 54.598150033144236]
