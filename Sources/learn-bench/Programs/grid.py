def run():
    n = 100
    g = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(i * j % 10)
        g.append(row)
    for _ in range(300):
        for i in range(n):
            for j in range(n):
                g[i][j] = (g[i][j] + g[i][(j + 1) % n] + g[(i + 1) % n][j]) % 1000
    return g[3][4] * 1000 + g[50][60]


print(run())
