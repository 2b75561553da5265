"""Records the learning rates of PyTorch's schedules.

Run: python3 schedules.py (needs torch from PyPI); writes schedules.json beside itself.
"""
import json
import os

import torch
from torch.optim import lr_scheduler as s

HERE = os.path.dirname(os.path.abspath(__file__))


def optimizer(rate):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)


def rates(rate, make, count):
    o = optimizer(rate)
    schedule = make(o)
    found = []
    for _ in range(count):
        found.append(o.param_groups[0]["lr"])
        o.step()
        schedule.step()
    return found


def plateau(rate, factor, patience, minimum, losses):
    o = optimizer(rate)
    schedule = s.ReduceLROnPlateau(o, factor=factor, patience=patience, min_lr=minimum, eps=0)
    found = []
    for loss in losses:
        schedule.step(loss)
        found.append(o.param_groups[0]["lr"])
    return {"rate": rate, "factor": factor, "patience": patience, "minimum": minimum, "losses": losses, "rates": found}


losses = [1, 0.8, 0.7, 0.7, 0.70001, 0.69999, 0.72, 0.6, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.5, 0.5, 0.5, 0.5, 0.5]
result = {
    "torch": torch.__version__,
    "step": rates(0.1, lambda o: s.StepLR(o, 3, 0.5), 12),
    "exponential": rates(0.1, lambda o: s.ExponentialLR(o, 0.9), 12),
    "cosine": rates(0.1, lambda o: s.CosineAnnealingLR(o, 10, 0.001), 11),
    # Up in five steps by `LambdaLR`, then as from its own beginning.
    "warmUp": rates(0.1, lambda o: s.LambdaLR(o, lambda e: (e + 1) / 5), 5) + rates(0.1, lambda o: s.ExponentialLR(o, 0.8), 5),
    "plateau": [plateau(0.1, 0.5, 2, 0.0, losses), plateau(1.0, 0.1, 0, 0.05, losses)],
}
with open(os.path.join(HERE, "schedules.json"), "w") as out:
    json.dump(result, out, separators=(",", ":"))
