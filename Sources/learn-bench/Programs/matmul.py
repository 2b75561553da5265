def run():
    n = 120
    r = 0.0
    a = []
    b = []
    for i in range(n * n):
        a.append(float(i % 7))
        b.append(float(i % 5))
    c = [0.0] * (n * n)
    for rep in range(5):
        for i in range(n):
            for j in range(n):
                s = 0.0
                for k in range(n):
                    s += a[i * n + k] * b[k * n + j]
                c[i * n + j] = s
        r += c[n + rep]
    return r


print(int(run()))
