"""Records correctly rounded values of elementary functions, and decimal texts with the doubles they name.

Run: python3 elementary.py (needs mpmath); writes elementary.txt and numbers.txt beside itself.
Every line of elementary.txt is: function, arguments as 64-bit patterns in hexadecimal, the result's pattern.
"""
import os
import random
import struct
from decimal import Decimal, ROUND_HALF_EVEN, localcontext

import mpmath as mp

mp.mp.prec = 1400
HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(20)


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def to_double(v):
    """The nearest double, ties to even, subnormals and overflow included."""
    if v == 0:
        return 0.0
    s, man, exp, bc = v._mpf_
    man, exp = int(man), int(exp)
    top = exp + bc - 1
    drop = max(bc - 53, -1074 - exp)
    if drop > 0:
        rest = man & ((1 << drop) - 1)
        man >>= drop
        half = 1 << (drop - 1)
        if rest > half or (rest == half and man & 1):
            man += 1
        exp += drop
    try:
        r = float(man) * 2.0**exp if -1000 < exp < 900 else float(mp.ldexp(mp.mpf(man), exp))
    except OverflowError:
        r = float("inf")
    return -r if s else r


def uniform(lo, hi):
    return lambda: random.uniform(lo, hi)


def wide(lo, hi, signed=True):
    def draw():
        x = random.uniform(1, 2) * 2.0 ** random.randint(lo, hi)
        return -x if signed and random.random() < 0.5 else x
    return draw


ONE = {
    "exp": (mp.exp, [uniform(-10, 10), uniform(-745, 709), wide(-60, 3)]),
    "exp2": (lambda x: mp.power(2, x), [uniform(-10, 10), uniform(-1075, 1023)]),
    "expm1": (mp.expm1, [uniform(-2, 2), uniform(-50, 700), wide(-60, 3)]),
    "log": (mp.log, [uniform(0, 4), wide(-1074, 1023, False), uniform(0.99, 1.01)]),
    "log2": (lambda x: mp.log(x, 2), [uniform(0, 4), wide(-1074, 1023, False), uniform(0.99, 1.01)]),
    "log10": (mp.log10, [uniform(0, 4), wide(-1074, 1023, False), uniform(0.99, 1.01)]),
    "log1p": (mp.log1p, [uniform(-0.999, 2), wide(-80, -2), wide(-2, 1023, False)]),
    "sin": (mp.sin, [uniform(-7, 7), uniform(-1e5, 1e5), wide(-40, 1023)]),
    "cos": (mp.cos, [uniform(-7, 7), uniform(-1e5, 1e5), wide(-40, 1023)]),
    "tan": (mp.tan, [uniform(-7, 7), uniform(-1e5, 1e5), wide(-40, 1023)]),
    "asin": (mp.asin, [uniform(-1, 1), wide(-60, -2)]),
    "acos": (mp.acos, [uniform(-1, 1), wide(-60, -2), uniform(0.999, 1)]),
    "atan": (mp.atan, [uniform(-3, 3), wide(-60, 80)]),
    "sinh": (mp.sinh, [uniform(-3, 3), uniform(-710, 710), wide(-60, -2)]),
    "cosh": (mp.cosh, [uniform(-3, 3), uniform(-710, 710)]),
    "tanh": (mp.tanh, [uniform(-3, 3), uniform(-25, 25), wide(-60, -2)]),
    "asinh": (mp.asinh, [uniform(-3, 3), wide(-40, 1000)]),
    "acosh": (mp.acosh, [uniform(1, 3), uniform(1, 1.001), wide(1, 1000, False)]),
    "atanh": (mp.atanh, [uniform(-1, 1), wide(-40, -1)]),
    "erf": (mp.erf, [uniform(-1, 1), uniform(-6, 6), wide(-60, -2)]),
    "sqrt": (mp.sqrt, [wide(-1074, 1023, False)]),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), [uniform(-30, 30), wide(-1074, 1023)]),
}
HARD = {
    # Doubles very near a multiple of pi/2, the known worst cases of the reduction, and simple points.
    "sin": [double(0x7506AC5B262CA1FF), 6381956970095103 * 2.0**797, 3.141592653589793, 1e22, 2.0**120, 355.0],
    "cos": [double(0x7506AC5B262CA1FF), 6381956970095103 * 2.0**797, 1.5707963267948966, 1e22, 11.0, 5.0e-324],
    "tan": [double(0x7506AC5B262CA1FF), 6381956970095103 * 2.0**797, 1.5707963267948966, 1e22, 11.0],
    "exp": [709.78, -745.13, -744.0, -708.4, 5e-324, 1.0, 0.0, 1e-300],
    "log": [5e-324, 1e-310, 1.0, 2.0, 0.5, 1 + 2.0**-52, 1 - 2.0**-53, 1.7976931348623157e308],
    "log10": [10.0**k for k in range(23)],
    "log2": [2.0**k for k in (-1074, -1022, -1, 1, 10, 1023)],
    "cbrt": [8.0, 27.0, -125.0, 1e-3, 5e-324, 1000.0],
    "erf": [0.5, 5.9, 5e-324, 1.0, 0.4999999999999999, 5.999],
    "tanh": [5e-324, 21.9, 0.5, 18.7],
    "exp2": [10.0, -1074.0, -1075.0, 0.5, 1023.9, -1022.5],
}


def pow_arguments():
    for _ in range(250):
        yield random.uniform(0, 10), random.uniform(-20, 20)
    for _ in range(250):
        x = random.uniform(1, 2) * 2.0 ** random.randint(-1074, 1023)
        yield x, random.uniform(-700, 700) / float(abs(mp.log(x)) + 1e-9)
    for _ in range(100):
        yield 1 + random.uniform(-1, 1) * 2.0 ** random.randint(-50, -5), random.uniform(-1e6, 1e6)
    for x, y in [(10, k) for k in range(-30, 31)] + [(-2, 3), (-2, 4), (0.5, 1074), (3, 33), (2, -1074), (7, 0.5)]:
        yield float(x), float(y)


def pair_arguments():
    for _ in range(300):
        yield random.uniform(-5, 5), random.uniform(-5, 5)
    for _ in range(300):
        yield wide(-1000, 1000)(), wide(-1000, 1000)()
    for _ in range(100):
        a = wide(-900, 900)()
        yield a, a * random.uniform(0.5, 2)


def main():
    lines = []
    for name, (f, draws) in ONE.items():
        xs = HARD.get(name, []) + [d() for d in draws for _ in range(300)]
        for x in xs:
            y = f(mp.mpf(x))
            if isinstance(y, mp.mpc):
                continue
            lines.append("%s %016x %016x" % (name, bits(x), bits(to_double(y))))
    for x, y in pow_arguments():
        lines.append("pow %016x %016x %016x" % (bits(x), bits(y), bits(to_double(mp.power(mp.mpf(x), mp.mpf(y))))))
    for x, y in pair_arguments():
        h = mp.sqrt(mp.mpf(x) ** 2 + mp.mpf(y) ** 2)
        lines.append("hypot %016x %016x %016x" % (bits(x), bits(y), bits(to_double(h))))
        lines.append("atan2 %016x %016x %016x" % (bits(x), bits(y), bits(to_double(mp.atan2(mp.mpf(x), mp.mpf(y))))))
        with mp.workprec(4000):
            q = mp.mpf(x) - mp.mpf(y) * int(mp.mpf(x) / mp.mpf(y))
        lines.append("fmod %016x %016x %016x" % (bits(x), bits(y), bits(to_double(q) if q else 0.0 * x)))
    with open(os.path.join(HERE, "elementary.txt"), "w") as out:
        out.write("\n".join(lines) + "\n")
    numbers()


def numbers():
    """parse TEXT PATTERN; shortest PATTERN TEXT (Python's digits); fixed PATTERN DECIMALS TEXT; exponential likewise."""
    lines = []
    texts = ["0", "-0", "1e400", "-1e400", "1e-400", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
             "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740993", "9007199254740992.9999999999",
             "2.2250738585072011e-308", "0." + "0" * 400 + "1", "1" + "0" * 300 + ".5", "." + "123456789" * 120,
             "9007199254740993." + "0" * 900 + "1", "0.500000000000000166533453693773481063544750213623046875",
             "6.103515625e-05", "1e22", "1e23", "8.5e22", "123456789012345678", "1e0000000000005", "1.e3", ".5"]
    for _ in range(700):
        n = random.randint(1, 40)
        digits = "".join(random.choice("0123456789") for _ in range(n))
        p = random.randint(0, n)
        texts.append((digits[:p] or "0") + "." + digits[p:] + "e%d" % random.randint(-345, 320))
    for _ in range(300):
        # Exactly between two doubles, and a hair beside.
        b = random.getrandbits(63) % 0x7FE0000000000000
        lo, hi = Decimal(double(b)), Decimal(double(b + 1))
        with localcontext() as c:
            c.prec = 1500
            middle = str((lo + hi) / 2)
        texts += [middle, middle.replace("E", "1E") if "E" in middle else middle + ("1" if "." in middle else ".01")]
    for t in texts:
        lines.append("parse %s %016x" % (t, bits(float(t))))
    for t in ["0x1p3", "0x1.8", "0x1.fffffffffffff8p0", "0x1.00000000000008p0", "0x1.000000000000080000001p0",
              "0x0.8p-1074", "0x1p-1075", "0x1.8p-1075", "0xABCDEFabcdef0123456789p-40", "-0x.8p1"]:
        lines.append("parse %s %016x" % (t, bits(float.fromhex(t))))
    values = [0.1, 1.0, 123456.0, 1e15, 1e16, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 0.30000000000000004]
    values += [double(random.getrandbits(63) % 0x7FF0000000000000) for _ in range(500)]
    values += [random.uniform(-1000, 1000) for _ in range(300)]
    values += [k / 8 for k in range(-20, 21)] + [0.5, 1.5, 2.5, 0.125, 9.9996, 99.995, 0.00099995, 999999.5, 1e21]
    for v in values:
        lines.append("shortest %016x %s" % (bits(v), repr(v)))
        for d in (0, 1, 3, 7):
            lines.append("fixed %016x %d %s" % (bits(v), d, "%.*f" % (d, v)))
        for d in (0, 2, 6):
            lines.append("exponential %016x %d %s" % (bits(v), d, "%.*e" % (d, v)))
    with open(os.path.join(HERE, "numbers.txt"), "w") as out:
        out.write("\n".join(lines) + "\n")


main()
