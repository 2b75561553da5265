"""Records what PyTorch in float64 makes of lesson 5's small CNN: its scores, loss and every slope for five digits, and the
numbers after three steps of Adam.

Run: python3 lesson5.py (needs torch from PyPI); writes lesson5.json beside itself.
The network is the one that the lesson shows in PyTorch; its weights are made by a formula, which the test repeats.
"""
import json
import os

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "..", "Lessons", "Data", "digits.csv")


def weights(count):
    """Numbers from −0.25 to 0.25 without a pattern that a mistaken order would survive."""
    return [((37 * i + 11) % 101) / 200 - 0.25 for i in range(count)]


def pictures(count):
    with open(DATA) as file:
        lines = file.read().splitlines()[1:count + 1]
    rows = [[float(v) for v in line.split(",")] for line in lines]
    x = torch.tensor([row[:64] for row in rows]) / 16
    return x.reshape(-1, 1, 8, 8), torch.tensor([int(row[64]) for row in rows])


def main():
    net = nn.Sequential(
        nn.Conv2d(1, 8, kernel_size=3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(72, 10),
    )
    sizes = [p.numel() for p in net.parameters()]
    values = weights(sum(sizes))
    with torch.no_grad():
        start = 0
        for p in net.parameters():
            p.copy_(torch.tensor(values[start:start + p.numel()]).reshape(p.shape))
            start += p.numel()
    x, y = pictures(5)
    x.requires_grad_()
    scores = net(x)
    loss = nn.functional.cross_entropy(scores, y)
    loss.backward()
    record = {
        "labels": y.tolist(),
        "scores": scores.detach().flatten().tolist(),
        "loss": loss.item(),
        "gradient": [v for p in net.parameters() for v in p.grad.flatten().tolist()],
        "inputGradient": x.grad.flatten().tolist(),
    }
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    losses = []
    for _ in range(3):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    record["losses"] = losses
    record["stepped"] = [v for p in net.parameters() for v in p.detach().flatten().tolist()]
    with open(os.path.join(HERE, "lesson5.json"), "w") as file:
        json.dump(record, file, separators=(",", ":"))
        file.write("\n")


main()
