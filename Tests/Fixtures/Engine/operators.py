"""Records what PyTorch computes in float64 for the operators of a tape that engine.py does not have, with gradients, and
functions of tensors that have none.

Run: python3 operators.py (needs torch from PyPI); writes operators.json beside itself. The form is that of engine.json:
every gradient is that of sum(weights * result).
"""
import json
import os

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)
HERE = os.path.dirname(os.path.abspath(__file__))
r = torch.randn


def record(t):
    return {"shape": list(t.shape), "values": t.detach().reshape(-1).tolist()}


def operator(name, f, *arguments, **details):
    leaves = [a.clone().requires_grad_(True) for a in arguments]
    y = f(*leaves)
    w = torch.randn(y.shape)
    (y * w).sum().backward()
    return {"name": name, "arguments": [record(a) for a in leaves], "result": record(y), "weights": record(w),
            "gradients": [record(a.grad) for a in leaves], **details}


cases = []
for a, b in [((2, 3), (2, 3)), ((2, 3), (3,)), ((4, 1), (1, 5)), ((2, 3, 4), (3, 1)), ((), (3,)), ((2, 1, 3), (4, 1))]:
    cases.append(operator("maximum", torch.maximum, r(a), r(b)))
    cases.append(operator("minimum", torch.minimum, r(a), r(b)))
ties = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
cases.append({**operator("maximum", torch.maximum, ties, ties.t().contiguous()), "kinks": True})
for a, b in [((2, 3, 4), (2, 4, 5)), ((2, 3, 4), (4, 5)), ((3, 4), (2, 4, 5)), ((2, 1, 3, 4), (5, 4, 2)),
             ((3, 2, 2), (1, 2, 2))]:
    cases.append(operator("matmul", torch.matmul, r(a), r(b)))
for name, f in {"tanh": torch.tanh, "magnitude": torch.abs}.items():
    cases.append(operator(name, f, 2 * r(3, 4)))
cases.append(operator("clamp", lambda x: x.clamp(-0.5, 0.7), r(4, 5), low=-0.5, high=0.7))
for shape in [(5,), (2, 3), (2, 3, 4), (1, 1)]:
    cases.append(operator("variance", lambda x: x.var(unbiased=False), r(shape)))
    cases.append(operator("max", torch.max, r(shape)))
    for axis in range(-1, len(shape)):
        for keeps in (False, True):
            d = {"axis": axis, "keepsAxis": keeps}
            cases.append(operator("sumAlong", lambda x: x.sum(axis, keepdim=keeps), r(shape), **d))
            cases.append(operator("meanAlong", lambda x: x.mean(axis, keepdim=keeps), r(shape), **d))
            cases.append(operator("varianceAlong", lambda x: x.var(axis, unbiased=False, keepdim=keeps), r(shape), **d))
            cases.append(operator("maxAlong", lambda x: x.max(axis, keepdim=keeps).values, r(shape), **d))
        cases.append(operator("softmax", lambda x: x.softmax(axis), 3 * r(shape), axis=axis))
        cases.append(operator("logSoftmax", lambda x: x.log_softmax(axis), 3 * r(shape), axis=axis))
        cases.append(operator("slice", lambda x: x.narrow(axis, 1, x.shape[axis] - 1), r(shape), axis=axis, low=1,
                              high=shape[axis]))
        chosen = torch.randint(0, shape[axis], (4,))
        cases.append(operator("gather", lambda x: x.index_select(axis, chosen), r(shape), axis=axis,
                              indices=chosen.tolist()))
        other = list(shape)
        other[axis] = 2
        cases.append(operator("concatenate", lambda x, y: torch.cat([x, y], axis), r(shape), r(other), axis=axis))
# Logits so far apart that e^z would overflow.
for name, f in {"softmax": torch.softmax, "logSoftmax": torch.log_softmax}.items():
    far = torch.tensor([[1000.0, 0.0, -1000.0], [710.0, 709.0, 708.0], [-745.0, -746.0, -800.0]])
    cases.append(operator(name, lambda x: f(x, 1), far, axis=1))
for shape, axes in [((2, 3), (1, 0)), ((2, 3, 4), (2, 0, 1)), ((2, 3, 4), (0, -1, 1)), ((2, 1, 3, 2), (3, 1, 0, 2))]:
    cases.append(operator("permute", lambda x: x.permute(axes), r(shape), indices=list(axes)))
for shape, to in [((3,), (2, 3)), ((2, 1), (2, 4)), ((1, 3, 1), (2, 4, 3, 5)), ((), (2, 2))]:
    cases.append(operator("broadcast", lambda x: x.broadcast_to(to), r(shape), shape=list(to)))
places = torch.tensor([2, 0, 0, 1])
cases.append(operator("pick", lambda x: x.gather(1, places[:, None])[:, 0], r(4, 3), indices=places.tolist()))

functions = []


def function(name, f, *arguments, **details):
    """An operator without gradients."""
    functions.append({"name": name, "arguments": [record(a) for a in arguments],
                      "result": record(f(*arguments).to(torch.float64)), **details})


for shape in [(5,), (2, 3), (2, 3, 4)]:
    for axis in range(-1, len(shape)):
        for keeps in (False, True):
            d = {"axis": axis, "keepsAxis": keeps}
            function("argmax", lambda x: x.argmax(axis, keepdim=keeps), r(shape), **d)
            function("min", lambda x: x.min(axis, keepdim=keeps).values, r(shape), **d)
        function("runningSum", lambda x: x.cumsum(axis), r(shape), axis=axis)
        function("largestMask", lambda x: torch.zeros_like(x).scatter(axis, x.argmax(axis, keepdim=True), 1.0), r(shape),
                 axis=axis)
        function("stack", lambda x, y: torch.stack([x, y], axis), r(shape), r(shape), axis=axis)
        function("expand", lambda x: x.unsqueeze(axis), r(shape), axis=axis)
        chosen = torch.randint(0, 3, (shape[axis],))
        size = list(shape)
        size[axis] = 3
        function("scatter", lambda x: torch.zeros(size).index_add(axis, chosen, x), r(shape), axis=axis, size=3,
                 indices=chosen.tolist())
for a, b in [((2, 3), (2, 3)), ((2, 3), (3,)), ((4, 1), (1, 5)), ((), (3,))]:
    x, y = r(a).round(), r(b).round()
    function("less", torch.lt, x, y)
    function("greater", torch.gt, x, y)
    function("equal", torch.eq, x, y)
    function("choose", lambda c, x, y: torch.where(c != 0, x, y), r(b).round(), r(a), r(b))
function("oneHot", lambda x: torch.nn.functional.one_hot(torch.tensor([2, 0, 3]), 4), r(()), indices=[2, 0, 3], size=4)
function("sign", torch.sign, torch.tensor([-2.5, 0.0, 3.0]))
for shape, to in [((2, 3), (3,)), ((2, 3, 4), (3, 1)), ((2, 3), ()), ((2, 3), (1, 3))]:
    function("sumTo", lambda x: x.sum_to_size(to), r(shape), shape=list(to))

with open(os.path.join(HERE, "operators.json"), "w") as out:
    json.dump({"torch": torch.__version__, "operators": cases, "functions": functions}, out, separators=(",", ":"))
