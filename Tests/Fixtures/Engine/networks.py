"""Records what PyTorch computes in float64 for whole layers, small networks and ten steps of each optimizer.

Run: python3 networks.py (needs torch and numpy from PyPI); writes networks.json beside itself. Tensors are {"shape": [...],
"values": [...]}, the last axis fastest; parameters stand in the engine's order. Every gradient is that of
sum(weights * result).
"""
import json
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)
HERE = os.path.dirname(os.path.abspath(__file__))


def record(t):
    return {"shape": list(t.shape), "values": t.detach().reshape(-1).tolist()}


def flat(tensors):
    parts = [t.detach().reshape(-1) for t in tensors]
    return torch.cat(parts).tolist() if parts else []


def case(name, module, x, parameters=None, training=True, indices=False):
    """One pass forward and back; `parameters` gives the module's in the engine's order."""
    module.train(training)
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(torch.randn(p.shape) * 0.5)
    order = parameters(module) if parameters else list(module.parameters())
    before = flat(order)
    x = x.clone()
    if not indices:
        x.requires_grad_(True)
    y = module(x)
    w = torch.randn(y.shape)
    (y * w).sum().backward()
    result = {"name": name, "training": training, "input": record(x), "parameters": before, "output": record(y),
              "weights": record(w), "gradients": flat([p.grad for p in order]),
              "inputGradients": [] if indices else record(x.grad)["values"]}
    module.eval()
    with torch.no_grad():
        result["evaluation"] = record(module(x))["values"]
    return result


class Along(nn.Module):
    """A function as a module."""

    def __init__(self, f):
        super().__init__()
        self.f = f

    def forward(self, x):
        return self.f(x)


def basic():
    r = torch.randn
    return [
        case("dense on steps", nn.Sequential(nn.Linear(4, 3), nn.Tanh()), r(2, 5, 4)),
        case("softmax", nn.Softmax(-1), 3 * r(3, 5)),
        case("logSoftmax", nn.LogSoftmax(-1), 3 * r(3, 5)),
        case("silu", nn.SiLU(), 3 * r(3, 5)),
        case("transpose", Along(lambda x: x.transpose(1, 2) * 1), r(2, 3, 4)),
        case("conv2D", nn.Conv2d(2, 3, 3), r(2, 2, 6, 5)),
        case("conv2D strided", nn.Sequential(nn.Conv2d(3, 4, 3, stride=2, padding=1), nn.ReLU()), r(3, 3, 7, 6)),
        case("conv2D wide", nn.Conv2d(1, 2, 5, stride=3, padding=4), r(2, 1, 4, 9)),
        case("conv1D", nn.Sequential(nn.Conv1d(2, 3, 3, padding=1), nn.Sigmoid()), r(3, 2, 8)),
        case("conv1D strided", nn.Conv1d(3, 2, 4, stride=2), r(2, 3, 11)),
        case("maxPool2D", nn.MaxPool2d(2), r(2, 3, 5, 6)),
        case("maxPool2D overlapping", nn.MaxPool2d(3, stride=1), r(2, 2, 5, 5)),
        case("averagePool2D", nn.AvgPool2d(2, stride=1), r(2, 2, 4, 5)),
        case("maxPool1D", nn.MaxPool1d(3), r(2, 2, 10)),
        case("averagePool1D", nn.AvgPool1d(2), r(2, 2, 7)),
        case("globalMaxPool", Along(lambda x: x.amax((2, 3))), r(2, 3, 4, 4)),
        case("globalAveragePool", Along(lambda x: x.mean((2, 3))), r(2, 3, 4, 4)),
        case("batchNorm", nn.BatchNorm1d(4), r(6, 4)),
        case("batchNorm images", nn.BatchNorm2d(3), r(4, 3, 3, 5)),
        case("batchNorm evaluation", nn.BatchNorm2d(3), r(4, 3, 3, 5), training=False),
        case("layerNorm", nn.LayerNorm(6), r(3, 6)),
        case("layerNorm on steps", nn.LayerNorm(4), r(2, 5, 4)),
        case("cnn", nn.Sequential(
            nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 5, 2, padding=1), nn.ReLU(),
            nn.AvgPool2d(2), nn.Flatten(), nn.Linear(20, 3)), r(5, 1, 8, 8)),
    ]


class Last(nn.Module):
    """A recurrent layer, or the last of its steps."""

    def __init__(self, layer, sequences):
        super().__init__()
        self.layer = layer
        self.sequences = sequences

    def forward(self, x):
        y = self.layer(x)[0]
        return y if self.sequences else y[:, -1]


def recurrent(name, layer, x, sequences, biases):
    """The engine has one bias where PyTorch has two that only occur as a sum; the second is 0 then."""
    module = Last(layer(x.shape[-1], 5, batch_first=True), sequences)

    def order(m):
        r = m.layer
        if biases == 1:
            with torch.no_grad():
                r.bias_hh_l0.zero_()
        return [r.weight_ih_l0, r.weight_hh_l0, r.bias_ih_l0] + ([r.bias_hh_l0] if biases == 2 else [])

    return case(name, module, x, order)


class Attention(nn.Module):
    def __init__(self, width, heads, causal):
        super().__init__()
        self.layer = nn.MultiheadAttention(width, heads, batch_first=True)
        self.causal = causal

    def forward(self, x):
        n = x.shape[1]
        mask = torch.triu(torch.ones(n, n, dtype=torch.bool), 1) if self.causal else None
        return self.layer(x, x, x, need_weights=False, attn_mask=mask)[0]


def attention_order(layer):
    return [layer.in_proj_weight, layer.in_proj_bias, layer.out_proj.weight, layer.out_proj.bias]


class Block(nn.Module):
    def __init__(self, width, heads, size, causal):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(
            width, heads, size, dropout=0, activation="gelu", batch_first=True, norm_first=True)
        self.causal = causal

    def forward(self, x):
        n = x.shape[1]
        mask = torch.triu(torch.full((n, n), float("-inf")), 1) if self.causal else None
        return self.layer(x, src_mask=mask)


def block_order(m):
    b = m.layer
    return ([b.norm1.weight, b.norm1.bias] + attention_order(b.self_attn) + [b.norm2.weight, b.norm2.bias,
            b.linear1.weight, b.linear1.bias, b.linear2.weight, b.linear2.bias])


def positions(n, width):
    t, k = torch.arange(n).reshape(-1, 1).double(), torch.arange(width)
    angle = t / torch.pow(torch.tensor(10000.0), (k - k % 2).double() / width)
    return torch.where(k % 2 == 0, torch.sin(angle), torch.cos(angle))


class Graph(nn.Module):
    def __init__(self, adjacency, inputs, outputs):
        super().__init__()
        a = adjacency + torch.eye(len(adjacency))
        d = torch.diag(a.sum(1) ** -0.5)
        self.mixing = d @ a @ d
        self.linear = nn.Linear(inputs, outputs)

    def forward(self, x):
        return F.relu(self.mixing @ (x @ self.linear.weight.t()) + self.linear.bias)


class Skip(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)


def graph():
    a = torch.zeros(5, 5)
    for i, j in [(0, 1), (1, 2), (1, 3), (3, 4)]:
        a[i, j] = a[j, i] = 1
    return a


def sequences():
    r = torch.randn
    tokens = torch.randint(0, 7, (3, 4))
    cases = [
        case("embedding", nn.Embedding(7, 3), tokens, indices=True),
        case("positionalEncoding", Along(lambda x: x + positions(x.shape[1], x.shape[2])), r(2, 6, 5)),
        case("selfAttention", Attention(6, 1, False), r(2, 4, 6), lambda m: attention_order(m.layer)),
        case("selfAttention heads", Attention(8, 4, False), r(3, 5, 8), lambda m: attention_order(m.layer)),
        case("selfAttention causal", Attention(6, 2, True), r(2, 5, 6), lambda m: attention_order(m.layer)),
        case("transformer", Block(8, 2, 12, False), r(2, 5, 8), block_order),
        case("transformer causal", Block(6, 3, 24, True), r(2, 4, 6), block_order),
        case("residual", Skip(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 4)), r(5, 4)),
        case("graphConvolution", Graph(graph(), 3, 4), r(2, 5, 3)),
        case("character model", nn.Sequential(
            nn.Embedding(7, 6), Along(lambda x: x + positions(x.shape[1], x.shape[2])), nn.Linear(6, 7)), tokens,
            indices=True),
    ]
    for sequences in (False, True):
        suffix = " sequences" if sequences else ""
        cases.append(recurrent("rnn" + suffix, nn.RNN, r(3, 6, 2), sequences, 1))
        cases.append(recurrent("lstm" + suffix, nn.LSTM, r(3, 6, 2), sequences, 1))
        cases.append(recurrent("gru" + suffix, nn.GRU, r(2, 5, 3), sequences, 2))
    return cases


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.8, weight_decay=0.02, nesterov=True),
    "rmsProp": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.95)),
    "adamW": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.1),
    "clipped": lambda p: torch.optim.SGD(p, lr=0.5),
    "l1": lambda p: torch.optim.SGD(p, lr=0.1),
    "l2": lambda p: torch.optim.SGD(p, lr=0.1),
}


def optimizers():
    cases = []
    for name, make in OPTIMIZERS.items():
        model = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 4))
        x, labels = torch.randn(12, 3), torch.randint(0, 4, (12,))
        labels[3] = -1
        parameters = list(model.parameters())
        result = {"name": name, "inputs": record(x), "labels": labels.tolist(), "parameters": flat(parameters),
                  "losses": [], "steps": []}
        optimizer = make(parameters)
        for _ in range(10):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), labels, ignore_index=-1)
            weights = [p for p in parameters if p.dim() == 2]
            if name == "l1":
                loss = loss + 0.01 * sum(p.abs().sum() for p in weights)
            if name == "l2":
                loss = loss + 0.02 * sum((p * p).sum() for p in weights)
            loss.backward()
            if name == "clipped":
                # clip_grad_norm_ adds a millionth to the length.
                length = torch.linalg.vector_norm(torch.cat([p.grad.reshape(-1) for p in parameters]))
                for p in parameters:
                    p.grad.mul_(min(1.0, 0.3 / length.item()))
            optimizer.step()
            result["losses"].append(loss.item())
            result["steps"].append(flat(parameters))
        cases.append(result)
    return cases


def main():
    result = {"torch": torch.__version__, "layers": basic() + sequences(), "optimizers": optimizers()}
    with open(os.path.join(HERE, "networks.json"), "w") as out:
        json.dump(result, out, separators=(",", ":"))


main()
