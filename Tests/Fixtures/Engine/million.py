"""Writes a million arguments and correctly rounded results of each function that training lives on.

Run: python3 million.py FOLDER (needs gmpy2 from PyPI, which has MPFR); writes FOLDER/exp.bin …, each a million records of
little-endian doubles: one argument (two for pow) and the result. Then

    LEARN_MILLION=FOLDER swift test --filter aMillionArguments

compares them. The files are too large to keep; elementary.txt is the recorded sample.
"""
import os
import random
import struct
import sys

import gmpy2

COUNT = 1_000_000
random.seed(31)
# IEEE doubles: correct rounding to 53 bits, subnormals included.
gmpy2.set_context(gmpy2.ieee(64))


def uniform(low, high):
    return lambda: random.uniform(low, high)


def wide(low, high, signed=True):
    def draw():
        x = random.uniform(1, 2) * 2.0 ** random.randint(low, high)
        return -x if signed and random.random() < 0.5 else x
    return draw


ONE = {
    "exp": (gmpy2.exp, [uniform(-1, 1), uniform(-20, 20), uniform(-745, 709), wide(-60, 3)]),
    "log": (gmpy2.log, [uniform(0, 4), uniform(0.9, 1.1), wide(-1074, 1023, False), uniform(1, 1e6)]),
    "sin": (gmpy2.sin, [uniform(-7, 7), uniform(-1e5, 1e5), wide(-40, 1023), wide(-20, 20)]),
    "cos": (gmpy2.cos, [uniform(-7, 7), uniform(-1e5, 1e5), wide(-40, 1023), wide(-20, 20)]),
    "erf": (gmpy2.erf, [uniform(-1, 1), uniform(-6, 6), wide(-60, -2), uniform(-3, 3)]),
    "tanh": (gmpy2.tanh, [uniform(-1, 1), uniform(-25, 25), wide(-60, -2), uniform(-5, 5)]),
}


def powers():
    kind = random.randrange(4)
    if kind == 0:
        return random.uniform(0, 10), random.uniform(-20, 20)
    if kind == 1:
        return random.uniform(0.5, 2), random.uniform(-700, 700)
    if kind == 2:
        return random.uniform(1, 2) * 2.0 ** random.randint(-1022, 1022), random.uniform(-1.0, 1.0)
    return 1 + random.uniform(-1, 1) * 2.0 ** random.randint(-50, -5), random.uniform(-1e6, 1e6)


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
for name, (f, draws) in ONE.items():
    with open(os.path.join(folder, name + ".bin"), "wb") as out:
        for i in range(COUNT):
            x = draws[i % len(draws)]()
            out.write(struct.pack("<dd", x, float(f(gmpy2.mpfr(x)))))
with open(os.path.join(folder, "pow.bin"), "wb") as out:
    for _ in range(COUNT):
        x, y = powers()
        out.write(struct.pack("<ddd", x, y, float(gmpy2.mpfr(x) ** gmpy2.mpfr(y))))
