"""Records the numbers that the cells of lesson 2 print, as PyTorch computes them in float64: activations and softmax are
its own, slopes those of autograd, random starts the engine's (`starts.py`).

Run: python3 lesson2.py (needs torch from PyPI); writes lesson2.json beside itself. A key is `cell LABEL`, or `value` and an
expression of the prose; its list holds the numbers of that text in their order. null stands for mere rounding.
"""
import json
import os

import torch

from starts import BENDS, dense_layers, fit, forward, layer, short

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
XOR = torch.tensor(ROWS), torch.tensor([[0.0], [1], [1], [0]])


def column(values):
    return torch.tensor(values).reshape(-1, 1)


def at(f, z):
    return BENDS[f](torch.tensor(z)).item()


def slope(f, z):
    z = torch.tensor(z, requires_grad=True)
    BENDS[f](z).backward()
    return z.grad.item()


record = {}
unbent = [layer([[0.8, -0.8], [-0.2, -0.7]], [0.7, 0.4]), layer([[-0.6, 0.9]], [-0.2])]
answers = forward(unbent, torch.tensor(ROWS)).flatten().tolist()
weights = unbent[1][0] @ unbent[0][0]
bias = unbent[1][0] @ unbent[0][1] + unbent[1][1]
record["cell unbent"] = [answers[2]]
record["cell multiplied-out"] = weights.flatten().tolist() + [bias.item()]
record["cell multiplied-out"] += [v for row, a in zip(ROWS, answers) for v in (*row, a, a)]


def lamp(sizes, activations):
    return fit(dense_layers(sizes, activations, 5), *XOR, lambda p: torch.optim.Adam(p, lr=0.03), 200)[199]


record["cell depth-alone"] = [
    lamp([2, 8, 1], ["linear"] * 2), lamp([2, 8, 8, 8, 1], ["linear"] * 4), lamp([2, 8, 1], ["tanh", "linear"])]
record["cell step-slope"] = [0, (at("sigmoid", 1.51) - at("sigmoid", 1.5)) / 0.01]
record["cell sigmoid-slope"] = [slope("sigmoid", 0.0), 5, slope("sigmoid", 5.0)]
record["cell tanh-relu"] = [v for z in (-3.0, -0.5, 0.5, 3.0) for v in (z, at("tanh", z), at("relu", z))] + [1, None]
record["cell nudge-all"] = [None, 0.5, slope("relu", 0.0)]
zs = [-6 + i / 10 for i in range(121)]
record["value short(Activation.gelu(-0.7518))"] = [short(min(at("gelu", i / 1000) for i in range(-2000, 0)))]
record["value short(slopes(.gelu).reduce(0, max))"] = [short(max(slope("gelu", z) for z in zs))]


def doubling(f, bias):
    x, y = column([1.0, 2, 3]), column([2.0, 4, 6])
    return fit([layer([[1.0]], [bias], f)], x, y, lambda p: torch.optim.SGD(p, lr=0.05), 400)[399]


record["cell dead"] = [-6, doubling("relu", -6.0), 0, doubling("relu", 0.0), -6, doubling("leakyReLU", -6.0)]
record["cell saturated"] = [60, 30, slope("sigmoid", 30.0)]
record["cell ten-quarters"] = [0.25**10]


def mean_slopes(f, scale=1):
    """Mean magnitude of the slopes by z, for each hidden layer."""
    layers = dense_layers([2] + [16] * 10 + [1], [f] * 10 + ["linear"], 5)
    with torch.no_grad():
        for w, b, _ in layers:
            w *= scale
    torch.nn.functional.mse_loss(forward(layers, XOR[0]), XOR[1]).backward()
    return [b.grad.abs().mean().item() for _, b, _ in layers[:10]]


of_sigmoid, of_relu = mean_slopes("sigmoid"), mean_slopes("relu")
halved, doubled = mean_slopes("relu", 0.5), mean_slopes("relu", 2)
record["cell fading"] = [1, of_sigmoid[0], of_relu[0]]
record["value times(ofSigmoid[9] / ofSigmoid[0])"] = [float(f"{of_sigmoid[9] / of_sigmoid[0] / 1e6:.3g}")]  # million
record["cell relu-too"] = [1, halved[0], of_relu[0], doubled[0]]


def prices(f):
    x, y = column([-2.0, -1, 0, 1, 2]), column([1, 1.5, 2, 2.5, 3])
    return fit(dense_layers([1, 8, 1], ["tanh", f], 1), x, y, lambda p: torch.optim.Adam(p, lr=0.03), 300)[299]


record["cell wrong-output"] = [prices("sigmoid"), prices("linear")]
shares = torch.softmax(torch.tensor([2.0, 1, 0]), 0).tolist()
record["cell softmax"] = shares + [10] + shares

with open(os.path.join(HERE, "lesson2.json"), "w") as file:
    json.dump(record, file, indent=1)
    file.write("\n")
