class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0.0

    def scale(self, factor):
        pass


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius * self.radius

    def scale(self, factor):
        self.radius *= factor


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def scale(self, factor):
        self.width *= factor
        self.height *= factor


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class Stack:
    def __init__(self):
        self.head = None
        self.count = 0

    def push(self, value):
        node = Node(value)
        node.next = self.head
        self.head = node
        self.count += 1

    def pop(self):
        node = self.head
        if node is None:
            return None
        self.head = node.next
        self.count -= 1
        return node.value


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, new):
        node = self
        while True:
            if new < node.key:
                if node.left is None:
                    node.left = Tree(new)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Tree(new)
                    return
                node = node.right

    def sum(self):
        left = self.left.sum() if self.left else 0
        right = self.right.sum() if self.right else 0
        return self.key + left + right


def run():
    shapes = []
    for i in range(100):
        if i % 2 == 0:
            shapes.append(Circle(float(i)))
        else:
            shapes.append(Rectangle(float(i), 2.0))
    area = 0.0
    for round in range(4000):
        for shape in shapes:
            area += shape.area()
            shape.scale(1.5 if round % 2 == 0 else 0.5)
    stack = Stack()
    for i in range(300_000):
        stack.push(i)
        if i % 3 == 0:
            stack.pop()
    total = 0
    while True:
        value = stack.pop()
        if value is None:
            break
        total += value
    tree = Tree(500_000)
    state = 42
    for _ in range(40_000):
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        tree.insert(state % 1_000_000)
    return int(area) % 1_000_003 + total + tree.sum()


print(run())
