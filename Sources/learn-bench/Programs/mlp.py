from math import exp


def sigmoid(x):
    return 1.0 / (1.0 + exp(-x))


def run():
    xs = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    ys = [0.0, 1.0, 1.0, 0.0]
    w1 = [[0.5, -0.4, 0.3, 0.9], [-0.6, 0.7, 0.8, -0.2]]
    b1 = [0.1, -0.1, 0.2, 0.0]
    w2 = [0.3, -0.5, 0.7, 0.2]
    b2 = 0.05
    h = [0.0, 0.0, 0.0, 0.0]
    rate = 0.5
    loss = 0.0
    for _ in range(60_000):
        loss = 0.0
        for s in range(4):
            for j in range(4):
                z = b1[j]
                for i in range(2):
                    z += xs[s][i] * w1[i][j]
                h[j] = sigmoid(z)
            z = b2
            for j in range(4):
                z += h[j] * w2[j]
            o = sigmoid(z)
            e = o - ys[s]
            loss += e * e
            d = e * o * (1 - o)
            for j in range(4):
                dh = d * w2[j] * h[j] * (1 - h[j])
                w2[j] -= rate * d * h[j]
                for i in range(2):
                    w1[i][j] -= rate * dh * xs[s][i]
                b1[j] -= rate * dh
            b2 -= rate * d
    return loss


print(int(run() * 1e12))
