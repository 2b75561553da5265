"""Records the numbers that the cells of lesson 4 print, as PyTorch and plain Python compute them in float64.

Run: python3 lesson4.py (needs torch from PyPI); writes lesson4.json beside itself. A key is `cell LABEL`, or `value` and an
expression of the prose; its list holds the numbers of that text in their order. Data, splits, starts and the order of the
examples are the engine's, made again here from its description; training and scores are not. Dropout is left out, since
PyTorch draws other neurons.
"""
import csv
import json
import math
import os

import torch
import torch.nn.functional as F

from starts import Generator, dense_layers, forward, layer

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "../../../Lessons/Data")


class Draws(Generator):
    """More of the engine's draws."""

    def bits(self):
        # 53 of the 64 bits make a uniform number; the state moves on in the same way.
        s1 = self.s[1] * 5 & (1 << 64) - 1
        word = ((s1 << 7 | s1 >> 57) & (1 << 64) - 1) * 9 & (1 << 64) - 1
        self.uniform(0, 1)
        return word

    def below(self, bound):
        limit = (1 << 64) - (1 << 64) % bound
        word = self.bits()
        while word >= limit:
            word = self.bits()
        return word % bound

    def permutation(self, count):
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order

    def normal(self):
        radius = math.sqrt(-2 * math.log(1 - self.uniform(0, 1)))
        return radius * math.cos(2 * math.pi * self.uniform(0, 1))


def noisy_sine(count, noise, seed):
    draws = Draws(seed)
    xs, ys = [], []
    for _ in range(count):
        xs.append([draws.uniform(-1, 1)])
        ys.append([math.sin(math.pi * xs[-1][0]) + noise * draws.normal()])
    return torch.tensor(xs), torch.tensor(ys)


def digits():
    with open(os.path.join(DATA, "digits.csv")) as file:
        rows = list(csv.reader(file))[1:]
    return [([float(v) / 16 for v in row[:64]], int(row[64])) for row in rows]


def split(data, train, validation=0.0, seed=0, stratified=False):
    draws = Draws(seed)
    order = draws.permutation(len(data))
    groups = [order]
    if stratified:
        groups = [[i for i in order if data[i][1] == c] for c in range(10)]
    parts = [[], [], []]
    for group in groups:
        middle, end = (math.floor(share * len(group) + 0.5) for share in (train, train + validation))
        for part, piece in zip(parts, (group[:middle], group[middle:end], group[end:])):
            part += piece
    if stratified:
        parts = [[part[i] for i in draws.permutation(len(part))] for part in parts]
    return [[data[i] for i in part] for part in parts]


def moved(image, right, down):
    result = []
    for y in range(8):
        for x in range(8):
            inside = 0 <= y - down < 8 and 0 <= x - right < 8
            result.append(image[(y - down) * 8 + x - right] if inside else 0.0)
    return result


def augmented(data, copies, shift, noise, seed):
    draws = Draws(seed)
    result = list(data)
    for _ in range(copies):
        for image, label in data:
            right = draws.below(2 * shift + 1) - shift
            down = draws.below(2 * shift + 1) - shift
            image = moved(image, right, down)
            if noise:
                image = [v + noise * draws.normal() for v in image]
            result.append((image, label))
    return result


def tensors(data):
    return torch.tensor([image for image, _ in data]), torch.tensor([label for _, label in data])


def reader(hidden):
    return dense_layers([64, hidden, 10], ["relu", "linear"], 1)


def numbers(layers):
    return [p for w, b, _ in layers for p in (w, b)]


def learn(layers, data, epochs=60, price=0.0, rule=None, each=None, loss=F.cross_entropy, run=forward):
    """The accuracy of each epoch, before the updates of its batches."""
    x, y = data
    rule = rule or torch.optim.Adam(numbers(layers), lr=0.01)
    draws = Draws(1)
    shares, losses = [], []
    for _ in range(epochs):
        right, total = 0, 0.0
        for batch in torch.tensor(draws.permutation(len(x))).split(20):
            rule.zero_grad()
            said = run(layers, x[batch])
            value = loss(said, y[batch])
            right += (said.argmax(1) == y[batch]).sum().item() if said.shape[1] > 1 else 0
            total += value.item() * len(batch)
            for w, _, _ in layers:
                value = value + price * (w * w).sum() if price else value
            value.backward()
            rule.step()
        shares.append(right / len(x))
        losses.append(total / len(x))
        if each:
            each()
    return shares, losses


def accuracy(layers, data, run=forward):
    with torch.no_grad():
        return (run(layers, data[0]).argmax(1) == data[1]).double().mean().item()


record = {}

# The wave.
few, fresh = noisy_sine(12, 0.2, 3), noisy_sine(100, 0.2, 99)


def wave(hidden):
    layers = dense_layers([1, hidden, 1], ["tanh", "linear"], 1)
    rule = torch.optim.Adam(numbers(layers), lr=0.05)
    losses, checks = [], []
    for _ in range(1000):
        rule.zero_grad()
        loss = F.mse_loss(forward(layers, few[0]), few[1])
        losses.append(loss.item())
        loss.backward()
        rule.step()
        with torch.no_grad():
            checks.append(F.mse_loss(forward(layers, fresh[0]), fresh[1]).item())
    return losses, checks


waves = {n: wave(n) for n in (1, 2, 30)}
checks = waves[30][1]
best = checks.index(min(checks))
record["cell three-sizes"] = [v for n in waves for v in (n, waves[n][0][-1])]
record["cell fresh-points"] = [v for n in waves for v in (n, waves[n][1][-1])]
# Adam makes the last losses of the two neurons swing, so that rounding shows in the second digit.
record["cell fresh-points"][3] = None
record["cell two-curves"] = [best, checks[best], checks[-1]]
record["cell early"] = [best + 201, checks[best]]

pulled, point, measured = dense_layers([1, 2, 1], ["tanh", "linear"], 1), few[0][:1], few[1][:1]
rule = torch.optim.SGD(numbers(pulled), lr=0.1)
loss = F.mse_loss(forward(pulled, point), measured)
record["cell one-pull"] = [loss.item(), measured.item(), forward(pulled, point).item()]
loss.backward()
rule.step()
record["cell one-pull"].append(forward(pulled, point).item())

# Digits.
train, validation, test = split(digits(), 0.5, 0.2, 4, True)
hundred = train[:112]
learned, kept, tested = tensors(hundred), tensors(validation), tensors(test)
record["cell digits"] = [112, len(train), len(validation), len(test)]
record["cell scale-up"] = []
for width in (1, 2, 4, 8, 16, 32, 64):
    layers = reader(width)
    learn(layers, learned)
    record["cell scale-up"] += [width, accuracy(layers, learned), accuracy(layers, kept)]
record["cell depth"] = []
for depth in (1, 2, 4, 8):
    layers = dense_layers([64] + [32] * depth + [10], ["relu"] * depth + ["linear"], 1)
    learn(layers, learned)
    record["cell depth"] += [depth, accuracy(layers, kept)]

typed = torch.tensor([(l + 3) % 10 if i % 8 == 0 else l for i, (_, l) in enumerate(hundred)])
flawed = (learned[0], typed)
plain = reader(64)
plain_shares, _ = learn(plain, flawed)
said = forward(plain, learned[0]).argmax(1)
record["cell clerk"] = [
    int((said == typed)[::8].sum()), accuracy(plain, kept), record["cell scale-up"][-1]]
for width, name in ((4, "4"), (32, "32")):
    scores = []
    for count in (20, 50, 100, 200, 400, 800):
        layers = reader(width)
        learn(layers, tensors(train[:count]), epochs=6000 // count)
        scores.append(accuracy(layers, kept))
    record.setdefault("cell more-data", []).extend([width] + scores)

record["cell l2"] = [plain_shares[-1], accuracy(plain, kept)]
weighed = reader(64)
for layers, price in ((weighed, 0.005), (reader(64), 0.05)):
    shares, _ = learn(layers, flawed, price=price)
    record["cell l2"] += [shares[-1], accuracy(layers, kept)]

moves = [(1, 0), (-1, 0), (0, 1), (0, -1)]
shifted = tensors([(moved(image, *moves[i % 4]), label) for i, (image, label) in enumerate(validation)])
record["cell augment"] = []
for data in (hundred, augmented(hundred, 4, 1, 0, 1)):
    layers = reader(64)
    learn(layers, tensors(data))
    record["cell augment"].append(accuracy(layers, shifted))


def deep(normalised):
    """Five dense layers with the sigmoid after all but the last, each perhaps normalised before it."""
    places = range(0, 13, 3) if normalised else range(0, 9, 2)
    layers, scales = [], []
    for i, place in enumerate(places):
        inputs, outputs = 64 if i == 0 else 32, 10 if i == 4 else 32
        draws = Generator((1_000_003 + place + 1) & (1 << 64) - 1)
        spread = math.sqrt(6 / (inputs + outputs))
        w = [[draws.uniform(-spread, spread) for _ in range(inputs)] for _ in range(outputs)]
        layers.append(layer(w, [0.0] * outputs))
        if normalised and i < 4:
            scales.append(torch.nn.BatchNorm1d(32))

    def run(layers, x):
        for i, (w, b, _) in enumerate(layers):
            x = F.linear(x, w, b)
            x = scales[i](x) if i < len(scales) else x
            x = torch.sigmoid(x) if i < 4 else x
        return x

    rule = torch.optim.SGD(numbers(layers) + [p for s in scales for p in s.parameters()], lr=0.5)
    _, losses = learn(layers, learned, epochs=40, rule=rule, run=run)
    for scale in scales:
        scale.eval()
    return [losses[-1], accuracy(layers, kept, run)]


record["cell batch-norm"] = deep(False) + deep(True)


def descend(reducing):
    layers = reader(32)
    rule = torch.optim.SGD(numbers(layers), lr=1)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(rule, factor=0.5, patience=3)

    def each():
        if reducing:
            with torch.no_grad():
                plateau.step(F.cross_entropy(forward(layers, kept[0]), kept[1]).item())

    learn(layers, learned, rule=rule, each=each)
    return accuracy(layers, kept)


record["cell plateau"] = [descend(False), descend(True)]

coin = Draws(1)


def tossed():
    return sum(coin.uniform(0, 1) < 0.5 for _ in range(40)) / 40


luckiest = max(tossed() for _ in range(200))
record["cell coins"] = [200, luckiest, 40, tossed()]

# The leak.
mine, others = train[200:350], tensors(train[350:850])
copies = split(augmented(mine, 4, 0, 0.05, 1), 0.7, seed=1)
cheat, honest = reader(32), reader(32)
learn(cheat, tensors(copies[0]), epochs=20)
clean = split(mine, 0.7, seed=1)
learn(honest, tensors(augmented(clean[0], 4, 0, 0.05, 1)), epochs=20)
record["cell leak"] = [
    accuracy(cheat, tensors(copies[2])), accuracy(cheat, others), accuracy(honest, tensors(clean[2])),
    accuracy(honest, others)]

# Rare eights.
everything = digits()
shuffled = [everything[i] for i in Draws(4).permutation(len(everything))]
eights, rare = 0, []
for image, label in shuffled:
    eights += label == 8
    if label != 8 or eights % 9 == 0:
        rare.append((image, float(label == 8)))
x, y = torch.tensor([r[0] for r in rare]), torch.tensor([[r[1]] for r in rare])
finder = dense_layers([64, 4, 1], ["relu", "sigmoid"], 1)
learn(
    finder, (x[:800], y[:800]), epochs=20, rule=torch.optim.Adam(numbers(finder), lr=0.005),
    loss=F.binary_cross_entropy)
with torch.no_grad():
    certainty, truth = forward(finder, x[800:]).flatten(), y[800:].flatten() == 1


def counts(threshold):
    named = certainty > threshold
    return [int((named & truth).sum()), int((named & ~truth).sum()), int((~named & truth).sum())]


strict, loose = counts(0.5), counts(0.05)
record["cell rare"] = [1 - (strict[1] + strict[2]) / len(truth)]
record["cell threshold"] = [loose[0] / (loose[0] + loose[1]), loose[0] / (loose[0] + loose[2])]
pairs = certainty[truth].reshape(-1, 1) - certainty[~truth]
record["cell roc"] = [((pairs > 0).double() + 0.5 * (pairs == 0).double()).mean().item()]

with open(os.path.join(DATA, "iris.csv")) as file:
    petals = torch.tensor([float(row["petal_length"]) for row in csv.DictReader(file)])
mistyped = petals.clone()
mistyped[149] = 51
record["cell mae-rmse"] = [
    v for p in (petals, mistyped) for v in ((p - petals.mean()).abs().mean().item(), ((p - petals.mean()) ** 2).mean().sqrt().item())]

# Groups.
ink = [sum(image) for image, _ in shuffled]
lightest, darkest = sorted(ink)[600], sorted(ink)[1200]
thin = [d for d, i in zip(shuffled, ink) if i < lightest]
bold = [d for d, i in zip(shuffled, ink) if i > darkest]
record["cell groups"] = []
for data in (bold[:300], bold[:150] + thin[:150]):
    layers = reader(32)
    learn(layers, tensors(data), epochs=30)
    record["cell groups"] += [1 - accuracy(layers, tensors(part[400:])) for part in (thin, bold)]

with open(os.path.join(HERE, "lesson4.json"), "w") as file:
    json.dump(record, file, indent=1)
    file.write("\n")
