"""The engine's random starts, so that PyTorch begins where it does: xoshiro256** seeded by splitmix64, and weights
uniform in ±√(6/(inputs + outputs)), or ±√(6/inputs) before ReLU and its kin."""
import math

import torch

MASK = (1 << 64) - 1


def rotated(x, k):
    return (x << k | x >> (64 - k)) & MASK


class Generator:
    def __init__(self, seed):
        self.s = []
        for i in range(1, 5):
            z = (seed + i * 0x9E3779B97F4A7C15) & MASK
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
            z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
            self.s.append(z ^ z >> 31)

    def uniform(self, low, high):
        s = self.s
        result = rotated(s[1] * 5 & MASK, 7) * 9 & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotated(s[3], 45)
        return low + (high - low) * ((result >> 11) * 2.0**-53)


def dense_layers(sizes, activations, seed):
    """[weights, biases, activation] of each layer of a network with that seed; a list of sizes, inputs first."""
    layers = []
    for i, (inputs, outputs, f) in enumerate(zip(sizes, sizes[1:], activations)):
        generator = Generator((seed * 1_000_003 + i + 1) & MASK)
        spread = math.sqrt(6 / (inputs if f in ("relu", "leakyReLU", "gelu") else inputs + outputs))
        w = [[generator.uniform(-spread, spread) for _ in range(inputs)] for _ in range(outputs)]
        layers.append(layer(w, [0.0] * outputs, f))
    return layers


def layer(weights, biases, activation="linear"):
    return [
        torch.tensor(weights, dtype=torch.float64, requires_grad=True),
        torch.tensor(biases, dtype=torch.float64, requires_grad=True), activation,
    ]


BENDS = {
    "linear": lambda z: z,
    "step": lambda z: (z >= 0).to(z.dtype),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leakyReLU": torch.nn.functional.leaky_relu,
    "gelu": torch.nn.functional.gelu,
}


def forward(layers, x):
    """The answers to a table of rows."""
    for w, b, f in layers:
        x = BENDS[f](torch.nn.functional.linear(x, w, b))
    return x


def fit(layers, x, y, optimizer, epochs):
    """The mean squared error of each epoch, before its update; `optimizer` makes one for a list of parameters."""
    rule = optimizer([p for w, b, _ in layers for p in (w, b)])
    losses = []
    for _ in range(epochs):
        rule.zero_grad()
        loss = torch.nn.functional.mse_loss(forward(layers, x), y)
        losses.append(loss.item())
        loss.backward()
        rule.step()
    return losses


def short(number):
    """Three digits, as the sentences of the lessons show them."""
    return float(f"{number:.2e}")
