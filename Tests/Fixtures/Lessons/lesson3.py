"""Records the numbers of lesson 3 as PyTorch computes them in float64: one neuron, one pass and one step of the 2-2-1
network, and its training.

Run: python3 lesson3.py (needs torch from PyPI); writes lesson3.json beside itself.
Nothing here knows the chain rule: every slope is autograd's.
"""
import json
import os

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))

XOR = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
ANSWERS = torch.tensor([[0.0], [1], [1], [0]])


def parameters():
    """Weights and biases of the hidden layer, then of the output, as the engine orders them."""
    values = [[[0.8, -0.8], [-0.2, -0.7]], [0.7, 0.4], [[-0.6, 0.9]], [-0.2]]
    return [torch.tensor(v, requires_grad=True) for v in values]


def forward(x, p):
    """z and a of the hidden layer and of the output."""
    z_hidden = F.linear(x, p[0], p[1])
    a_hidden = torch.sigmoid(z_hidden)
    z_output = F.linear(a_hidden, p[2], p[3])
    return z_hidden, a_hidden, z_output, torch.sigmoid(z_output)


def flat(tensors):
    return [v for t in tensors for v in t.detach().flatten().tolist()]


def one_neuron():
    w, b = torch.tensor(0.8, requires_grad=True), torch.tensor(0.7, requires_grad=True)
    z = w * 0.5 + b
    a = torch.sigmoid(z)
    z.retain_grad()
    a.retain_grad()
    loss = (a - 1) ** 2
    loss.backward()
    return {
        "z": z.item(), "a": a.item(), "loss": loss.item(), "lossByA": a.grad.item(), "lossByZ": z.grad.item(),
        "lossByW": w.grad.item(), "lossByB": b.grad.item(),
    }


def one_pass():
    p = parameters()
    stops = forward(torch.tensor([[1.0, 0.0]]), p)
    for stop in stops:
        stop.retain_grad()
    loss = F.mse_loss(stops[3], torch.tensor([[1.0]]))
    loss.backward()
    names = ["zHidden", "aHidden", "zOutput", "aOutput"]
    record = {name: flat([stop]) for name, stop in zip(names, stops)}
    record |= {name + "Slopes": flat([stop.grad]) for name, stop in zip(names, stops)}
    record |= {"loss": loss.item(), "gradient": flat([q.grad for q in p])}
    with torch.no_grad():
        stepped = [q - 0.5 * q.grad for q in p]
    after = forward(torch.tensor([[1.0, 0.0]]), stepped)[3]
    record |= {"stepped": flat(stepped), "predictionAfter": after.item(), "lossAfter": ((after - 1) ** 2).item()}
    return record


def training(make, epochs):
    """The loss of each epoch before its update; `make` gives the optimizer."""
    p = parameters()
    optimizer = make(p)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = F.mse_loss(forward(XOR, p)[3], ANSWERS)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return {"losses": losses, "parameters": flat(p)}


def saturated(loss_function):
    w, b = torch.tensor([[0.8]], requires_grad=True), torch.tensor([6.0], requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=1)
    outputs = []
    for _ in range(200):
        optimizer.zero_grad()
        a = torch.sigmoid(F.linear(torch.tensor([[1.0]]), w, b))
        outputs.append(a.item())
        loss_function(a, torch.tensor([[0.0]])).backward()
        optimizer.step()
    return outputs


def flat_prices(areas, rate):
    w, b = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    prices = 2 * torch.tensor([[50.0], [80], [100], [120], [150]]) + 30
    optimizer = torch.optim.SGD([w, b], lr=rate)
    losses = []
    for _ in range(30):
        optimizer.zero_grad()
        loss = F.mse_loss(F.linear(areas, w, b), prices)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses


areas = torch.tensor([[50.0], [80], [100], [120], [150]])
record = {
    "neuron": one_neuron(),
    "pass": one_pass(),
    "training": {
        "rate 0.1": training(lambda p: torch.optim.SGD(p, lr=0.1), 600),
        "rate 4": training(lambda p: torch.optim.SGD(p, lr=4), 600),
        "rate 20": training(lambda p: torch.optim.SGD(p, lr=20), 600),
        "momentum": training(lambda p: torch.optim.SGD(p, lr=4, momentum=0.9), 101),
        "Adam": training(lambda p: torch.optim.Adam(p, lr=0.1), 101),
    },
    "saturated": {
        "squared error": saturated(F.mse_loss),
        "cross-entropy": saturated(F.binary_cross_entropy),
    },
    "prices": {
        "raw": flat_prices(areas, 0.0001),
        "normalised": flat_prices((areas - areas.mean()) / areas.std(correction=0), 0.1),
    },
}
with open(os.path.join(HERE, "lesson3.json"), "w") as file:
    json.dump(record, file, indent=1)
    file.write("\n")
