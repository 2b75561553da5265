"""Records what PyTorch computes in float64: operators, activations, layers, losses and training steps with gradients.

Run: python3 engine.py (needs torch and numpy from PyPI); writes engine.json beside itself.
Tensors are {"shape": [...], "values": [...]}, the last axis fastest. Every gradient is that of sum(weights * result).
"""
import json
import os

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)
HERE = os.path.dirname(os.path.abspath(__file__))

ACTIVATIONS = {
    "linear": lambda z: z * 1,
    "step": lambda z: (z >= 0).to(z.dtype) + 0 * z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leakyReLU": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    "silu": F.silu,
    "gelu": F.gelu,
    # PyTorch switches to the identity at 20 unless told otherwise.
    "softplus": lambda z: F.softplus(z, threshold=1000),
}
LOSSES = {
    "meanSquaredError": F.mse_loss,
    "binaryCrossEntropy": F.binary_cross_entropy,
    "binaryCrossEntropyFromLogits": F.binary_cross_entropy_with_logits,
    # Targets as probabilities: one row for each example.
    "crossEntropyFromLogits": F.cross_entropy,
    "meanAbsoluteError": F.l1_loss,
    "huber": F.huber_loss,
    "crossEntropy": lambda p, t: -(t * p.log()).sum() / len(p),
}


def record(t):
    return {"shape": list(t.shape), "values": t.detach().reshape(-1).tolist()}


def operator(name, f, *arguments, **details):
    leaves = [a.clone().requires_grad_(True) for a in arguments]
    y = f(*leaves)
    w = torch.randn(y.shape)
    (y * w).sum().backward()
    return {"name": name, "arguments": [record(a) for a in leaves], "result": record(y), "weights": record(w),
            "gradients": [record(a.grad) for a in leaves], **details}


def operators():
    r = torch.randn
    shapes = [((2, 3), (2, 3)), ((2, 3), (3,)), ((4, 1), (1, 5)), ((2, 3, 4), (3, 1)), ((), (3,)), ((3,), ())]
    cases = []
    for a, b in shapes:
        cases.append(operator("add", torch.add, r(a), r(b)))
        cases.append(operator("subtract", torch.sub, r(a), r(b)))
        cases.append(operator("multiply", torch.mul, r(a), r(b)))
        cases.append(operator("divide", torch.div, r(a), r(b).abs() + 0.5))
    for n, k, m in [(1, 1, 1), (2, 3, 4), (5, 7, 3), (16, 16, 16), (9, 33, 21)]:
        cases.append(operator("matmul", torch.matmul, r(n, k), r(k, m)))
    one = {"negate": torch.neg, "exp": torch.exp, "sin": torch.sin, "cos": torch.cos}
    for name, f in one.items():
        cases.append(operator(name, f, 3 * r(3, 4)))
    for name, f in {"log": torch.log, "squareRoot": torch.sqrt}.items():
        cases.append(operator(name, f, r(3, 4).abs() + 0.1))
    for p in (2.0, 3.0, -1.0, 0.5, 1.7):
        cases.append(operator("power", lambda x: torch.pow(x, p), r(5).abs() + 0.1, exponent=p))
    for shape in [(5,), (2, 3), (20, 7), (2, 3, 4)]:
        cases.append(operator("sum", torch.sum, r(shape)))
        cases.append(operator("mean", torch.mean, r(shape)))
        for axis in range(len(shape)):
            cases.append(operator("sumAlong", lambda x: torch.sum(x, axis), r(shape), axis=axis))
    cases.append(operator("transpose", torch.t, r(3, 5)))
    cases.append(operator("reshape", lambda x: torch.reshape(x, (2, 6)), r(3, 4), shape=[2, 6]))
    for name, f in ACTIVATIONS.items():
        z = torch.cat([torch.linspace(-8, 8, 41) + 0.013, torch.tensor([-30.0, 30.0, 1e-3, -1e-3])])
        cases.append(operator("activation", f, z, activation=name))
    return cases


def layers():
    cases = []
    for name, f in ACTIVATIONS.items():
        for rows, n, m in [(1, 2, 3), (5, 3, 2), (33, 17, 9)]:
            x, w, b = torch.randn(rows, n), torch.randn(m, n), torch.randn(m)
            cases.append(operator(name, lambda x, w, b: f(x @ w.t() + b), x, w, b))
    return cases


def losses():
    cases = []
    for name, f in LOSSES.items():
        for rows, m in [(1, 1), (4, 1), (3, 5)]:
            t = torch.rand(rows, m).round()
            p = torch.rand(rows, m) if name in ("binaryCrossEntropy", "crossEntropy") else 3 * torch.randn(rows, m)
            case = operator(name, lambda q: f(q, t), p)
            cases.append({**case, "targets": record(t)})
    return cases


def train(sizes, activations, loss, rate, momentum, decay, rows, optimizer="sgd"):
    """Ten steps of an optimizer on all examples at once."""
    x = torch.randn(rows, sizes[0])
    t = torch.rand(rows, sizes[-1]).round()
    ws = [torch.randn(m, n).requires_grad_(True) for n, m in zip(sizes, sizes[1:])]
    bs = [torch.randn(m).requires_grad_(True) for m in sizes[1:]]
    parameters = [p for pair in zip(ws, bs) for p in pair]
    case = {"sizes": sizes, "activations": activations, "loss": loss, "optimizer": optimizer, "learningRate": rate, "momentum": momentum,
            "weightDecay": decay, "inputs": record(x), "targets": record(t),
            "parameters": [record(p) for p in parameters], "steps": []}
    if optimizer == "adam":
        optimizer = torch.optim.Adam(parameters, lr=rate)
    else:
        optimizer = torch.optim.SGD(parameters, lr=rate, momentum=momentum, weight_decay=decay)
    for _ in range(10):
        optimizer.zero_grad()
        a = x
        for w, b, f in zip(ws, bs, activations):
            a = ACTIVATIONS[f](a @ w.t() + b)
        value = LOSSES[loss](a, t)
        value.backward()
        step = {"prediction": record(a), "loss": value.item(), "gradients": [record(p.grad) for p in parameters]}
        optimizer.step()
        case["steps"].append({**step, "parameters": [record(p) for p in parameters]})
    return case


def main():
    training = [
        train([2, 2, 1], ["sigmoid", "sigmoid"], "meanSquaredError", 4.0, 0.0, 0.0, 4),
        train([2, 4, 1], ["tanh", "sigmoid"], "binaryCrossEntropy", 0.5, 0.9, 0.0, 4),
        train([3, 8, 8, 2], ["relu", "gelu", "linear"], "binaryCrossEntropyFromLogits", 0.1, 0.5, 0.01, 50),
        train([4, 6, 3], ["softplus", "leakyReLU"], "meanSquaredError", 0.05, 0.0, 0.1, 7),
        train([20, 30, 10], ["tanh", "linear"], "meanSquaredError", 0.05, 0.9, 0.0, 64),
        train([3, 5, 4], ["tanh", "linear"], "crossEntropyFromLogits", 0.5, 0.9, 0.0, 9),
        train([2, 4, 3], ["sigmoid", "linear"], "crossEntropyFromLogits", 0.1, 0.0, 0.0, 6, "adam"),
        train([2, 8, 1], ["leakyReLU", "sigmoid"], "binaryCrossEntropy", 0.01, 0.0, 0.0, 20, "adam"),
    ]
    result = {"torch": torch.__version__, "operators": operators(), "layers": layers(), "losses": losses(),
              "training": training}
    with open(os.path.join(HERE, "engine.json"), "w") as out:
        json.dump(result, out, separators=(",", ":"))


main()
