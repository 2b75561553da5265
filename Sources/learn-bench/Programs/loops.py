def run():
    s = 0
    for i in range(3000):
        for j in range(3000):
            s = (s + i * j) % 1_000_003
    return s


print(run())
