class Expression:
    pass


class Number(Expression):
    __match_args__ = ("n",)

    def __init__(self, n):
        self.n = n

    def value(self, x):
        return self.n

    def derivative(self):
        return Number(0)


class Variable(Expression):
    def __init__(self, name):
        self.name = name

    def value(self, x):
        return x

    def derivative(self):
        return Number(1)


class Sum(Expression):
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def value(self, x):
        return (self.a.value(x) + self.b.value(x)) % 1_000_003

    def derivative(self):
        return Sum(self.a.derivative(), self.b.derivative())


class Product(Expression):
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def value(self, x):
        return (self.a.value(x) * self.b.value(x)) % 1_000_003

    def derivative(self):
        return Sum(Product(self.a.derivative(), self.b), Product(self.a, self.b.derivative()))


NUMBER, PLUS, MINUS, TIMES, OPEN, CLOSE = range(6)


class Failure(Exception):
    pass


def tokens(count):
    result = [(NUMBER, 1)]
    for i in range(count):
        rest = i % 4
        if rest == 0:
            result.append((PLUS, 0))
        elif rest == 1:
            result.append((MINUS, 0))
        elif rest == 2:
            result.append((TIMES, 0))
        else:
            result.append((PLUS, 0))
            result.append((OPEN, 0))
            result.append((NUMBER, 3))
            result.append((CLOSE, 0))
            continue
        result.append((NUMBER, i % 10))
    return result


def evaluate(tokens):
    if not tokens:
        raise Failure("empty")
    value = 0
    sign = 1
    product = False
    depth = 0
    for kind, n in tokens:
        if kind == NUMBER:
            if product:
                value = value * n
                value = value % 1009 if value >= 0 else -(-value % 1009)
                product = False
            else:
                value += sign * n
        elif kind == PLUS:
            sign = 1
        elif kind == MINUS:
            sign = -1
        elif kind == TIMES:
            product = True
        elif kind == OPEN:
            depth += 1
        else:
            depth -= 1
            if depth < 0:
                raise Failure("unbalanced")
    return value


def run():
    e = Sum(Product(Variable("x"), Variable("x")), Number(3))
    for i in range(4):
        e = Product(e, Sum(Variable("x"), Number(i)))
    d = e.derivative().derivative()
    total = 0
    for x in range(3000):
        total = (total + d.value(x) + e.value(x)) % 1_000_003
    for _ in range(200):
        total += e.derivative().derivative().derivative().value(2) % 7
    items = tokens(400)
    for _ in range(2000):
        total += evaluate(items)
    return total


print(run())
