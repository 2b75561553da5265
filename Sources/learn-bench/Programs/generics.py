class Queue:
    def __init__(self):
        self.items = []
        self.head = 0

    @property
    def count(self):
        return len(self.items) - self.head

    def add(self, item):
        self.items.append(item)

    def item(self, index):
        return self.items[self.head + index]

    def take(self):
        if self.head >= len(self.items):
            return None
        element = self.items[self.head]
        self.head += 1
        if self.head > 100:
            del self.items[:self.head]
            self.head = 0
        return element


class Heap:
    def __init__(self):
        self.items = []

    def push(self, element):
        items = self.items
        items.append(element)
        child = len(items) - 1
        while child > 0:
            parent = (child - 1) // 2
            if items[parent] <= items[child]:
                break
            items[parent], items[child] = items[child], items[parent]
            child = parent

    def pop(self):
        items = self.items
        if not items:
            return None
        items[0], items[-1] = items[-1], items[0]
        result = items.pop()
        parent = 0
        while True:
            least = parent
            left = 2 * parent + 1
            if left < len(items) and items[left] < items[least]:
                least = left
            if left + 1 < len(items) and items[left + 1] < items[least]:
                least = left + 1
            if least == parent:
                return result
            items[parent], items[least] = items[least], items[parent]
            parent = least


class Pair:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __lt__(self, other):
        if self.first == other.first:
            return self.second < other.second
        return self.first < other.first

    def __le__(self, other):
        return not other < self


def total(container):
    sum = 0
    for index in range(container.count):
        sum += container.item(index)
    return sum


def largest(values):
    best = values[0]
    for value in values:
        if value > best:
            best = value
    return best


def run():
    queue = Queue()
    sum = 0
    for i in range(200_000):
        queue.add(i)
        if i % 2 == 1:
            value = queue.take()
            if value is not None:
                sum += value
        if i % 5000 == 0:
            sum += total(queue)
    heap = Heap()
    state = 3
    for _ in range(40_000):
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        heap.push(state % 100_000)
    last = 0
    while True:
        value = heap.pop()
        if value is None:
            break
        last = (last * 3 + value) % 1_000_003
    pairs = Heap()
    for _ in range(10_000):
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        pairs.push(Pair(state // 64 % 50, float(state % 1000)))
    while True:
        pair = pairs.pop()
        if pair is None:
            break
        last = (last * 3 + pair.first + int(pair.second)) % 1_000_003
    best = 0
    values = list(range(500))
    for _ in range(800):
        best += largest(values)
    return sum + last + best


print(run())
