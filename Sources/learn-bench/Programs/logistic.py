def run():
    x = 0.5
    for _ in range(10_000_000):
        x = 3.9 * x * (1.0 - x)
    return x


print(int(run() * 1e12))
