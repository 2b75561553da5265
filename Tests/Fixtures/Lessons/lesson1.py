"""Records the numbers that the cells of lesson 1 print, as PyTorch and plain Python compute them in float64.

Run: python3 lesson1.py (needs torch from PyPI); writes lesson1.json beside itself. A key is `cell LABEL`, or `value` and an
expression of the prose; its list holds the numbers of that text in their order.
"""
import json
import math
import os

import torch

from starts import fit, forward, layer, short

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def step(z):
    return 1.0 if z >= 0 else 0.0


def count(grid, biases, answers):
    """How many neurons with two weights and a bias out of those lists answer all four rows."""
    rows = torch.tensor(ROWS)
    w = torch.cartesian_prod(torch.tensor(grid), torch.tensor(grid), torch.tensor(biases).reshape(-1))
    z = w[:, :2] @ rows.T + w[:, 2:]
    return int(((z >= 0) == (torch.tensor(answers) == 1)).all(dim=1).sum())


def curve(x):
    return math.sin(3 * x) + 0.5 * x


PLACES = [-2 + i / 20 for i in range(81)]
HEIGHTS = [curve(x) for x in PLACES]


def staircase(steps, activation):
    width = 4 / steps
    starts = [-2 + width * i for i in range(steps)]
    tops = [curve(x + width / 2) for x in starts]
    jumps = [top - before for top, before in zip(tops, [0.0] + tops)]
    return [layer([[4.0]] * steps, [-4 * x for x in starts], activation), layer([jumps], [0.0])]


def miss(layers):
    answers = forward(layers, torch.tensor(PLACES).reshape(-1, 1)).flatten().tolist()
    return sum(abs(a - h) for a, h in zip(answers, HEIGHTS)) / len(PLACES)


def fitted(neurons):
    layers = staircase(neurons, "sigmoid")
    fit(
        layers, torch.tensor(PLACES).reshape(-1, 1), torch.tensor(HEIGHTS).reshape(-1, 1),
        lambda p: torch.optim.Adam(p, lr=0.05), 1000)
    return layers


record = {"cell one-neuron": [1.5], "cell both-on": [0.8 - 0.8 + 0.7], "cell z-left-a-right": [1.5, sigmoid(1.5)]}
record["cell z-and-a"] = [v for z in (-4.0, -1.0, 0.0, 1.0, 4.0) for v in (z, step(z), sigmoid(z))]
record["cell bell-and-press"] = [v for r in ROWS for v in (*r, step(sum(r) - 0.5), step(sum(r) - 1.5))]
tenths, fifths = [i / 10 for i in range(-20, 21)], [i / 5 for i in range(-10, 11)]
record["cell no-bias"] = [len(tenths) ** 2, count(tenths, [0.0], [0, 0, 0, 1])]
record["cell no-bias"] += [-1.5, count(tenths, [-1.5], [0, 0, 0, 1])]
record["cell try-all"] = [count(fifths, fifths, a) for a in ([0, 1, 1, 1], [0, 0, 0, 1], [0, 1, 1, 0])]

network = [layer([[0.8, -0.8], [-0.2, -0.7]], [0.7, 0.4], "sigmoid"), layer([[-0.6, 0.9]], [-0.2], "sigmoid")]
record["cell network"] = [forward(network, torch.tensor([[1.0, 0.0]])).item()]
record["cell count"] = [
    sum(p.numel() for w, b, _ in network for p in (w, b)), 8, 2 * 8 + 8 + 8 + 1, 4, 4, 2 * 4 + 4 + 4 * 4 + 4 + 4 + 1]

bump = [layer([[1.0], [1.0]], [1.0, -1.0], "step"), layer([[2.0, -2.0]], [0.0])]
record["cell bump"] = [v for x in (-2.0, 0.0, 2.0) for v in (x, forward(bump, torch.tensor([[x]])).item())]

misses = {n: miss(fitted(n)) for n in (1, 2, 4, 8, 16)}
target = miss(staircase(32, "step"))
record["cell approximate"] = [min(n for n in misses if misses[n] < target)]
for i, n in enumerate(misses):
    record[f"value short(misses[{i}])"] = [short(misses[n])]
    record[f"value short(miss(staircase({n}, .step)))"] = [short(miss(staircase(n, "step")))]
outside = forward(fitted(8), torch.tensor([[4.0]])).item()
record["cell outside"] = [4, outside, curve(4)]

with open(os.path.join(HERE, "lesson1.json"), "w") as file:
    json.dump(record, file, indent=1)
    file.write("\n")
