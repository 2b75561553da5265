from math import exp


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.backward_step = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def backward_step():
            self.grad += out.grad
            other.grad += out.grad

        out.backward_step = backward_step
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def backward_step():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.backward_step = backward_step
        return out

    def tanh(self):
        e = exp(2 * self.data)
        t = (e - 1) / (e + 1)
        out = Value(t, (self,))

        def backward_step():
            self.grad += (1 - t * t) * out.grad

        out.backward_step = backward_step
        return out

    def backward(self):
        order = []
        visited = set()

        def visit(value):
            if value in visited:
                return
            visited.add(value)
            for parent in value.parents:
                visit(parent)
            order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.backward_step()


class Random:
    def __init__(self):
        self.state = 17

    def next(self):
        self.state = (self.state * 1_103_515_245 + 12345) % 2_147_483_648
        return self.state / 1_073_741_824 - 1


class Neuron:
    def __init__(self, inputs, random):
        self.weights = [Value(random.next()) for _ in range(inputs)]
        self.bias = Value(0.0)

    def __call__(self, x):
        sum = self.bias
        for w, v in zip(self.weights, x):
            sum = sum + w * v
        return sum.tanh()


class Network:
    def __init__(self, sizes, random):
        self.layers = []
        for i in range(1, len(sizes)):
            self.layers.append([Neuron(sizes[i - 1], random) for _ in range(sizes[i])])

    def __call__(self, x):
        values = x
        for layer in self.layers:
            values = [neuron(values) for neuron in layer]
        return values[0]

    def parameters(self):
        return [p for layer in self.layers for n in layer for p in n.weights + [n.bias]]


def run():
    random = Random()
    network = Network([3, 8, 8, 1], random)
    xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
    ys = [1.0, -1.0, -1.0, 1.0]
    parameters = network.parameters()
    last = 0.0
    for _ in range(200):
        loss = Value(0.0)
        for x, y in zip(xs, ys):
            difference = network([Value(v) for v in x]) + Value(-y)
            loss = loss + difference * difference
        for parameter in parameters:
            parameter.grad = 0.0
        loss.backward()
        for parameter in parameters:
            parameter.data -= 0.05 * parameter.grad
        last = loss.data
    return last


print(int(run() * 1e9))
