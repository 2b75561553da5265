def run():
    s = ""
    for i in range(500_000):
        s += "item " + str(i) + ", "
    return len(s)


print(run())
