from functools import reduce


def compose(f, g):
    return lambda x: g(f(x))


def make_counter():
    count = 0

    def next():
        nonlocal count
        count += 1
        return count

    return next


def run():
    numbers = list(range(2000))
    total = 0
    for round in range(400):
        squares = [n * n % 1009 for n in numbers]
        even = list(filter(lambda n: n % 2 == 0, squares))
        total += sum(even)
        total += reduce(
            lambda a, b: (a * 7 + b) % 1_000_003,
            map(lambda n: n + 1, filter(lambda n: (n + round) % 3 == 0, numbers)), 0)
        total += max(map(lambda pair: pair[0] + pair[1], zip(squares, numbers)))
        total += reduce(lambda a, item: a + item[0] * item[1] % 13, enumerate(squares), 0)
        if all(n < 1009 for n in squares):
            total += 1
        total += next(n for n in numbers if n > 1500)
        total += reduce(lambda a, n: a + n % 5, numbers, 0)
    step = compose(lambda x: x + 1, lambda x: x * 3 % 1_000_003)
    value = 1
    for _ in range(400_000):
        value = step(value)
    counter = make_counter()
    calls = 0
    for _ in range(400_000):
        calls += counter() % 3
    return total + value + calls


print(run())
