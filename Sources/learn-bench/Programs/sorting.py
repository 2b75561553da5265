from functools import cmp_to_key


class Student:
    def __init__(self, name, grade, average):
        self.name = name
        self.grade = grade
        self.average = average


def by_grade(a, b):
    if a.grade != b.grade:
        return a.grade - b.grade
    return -1 if a.average > b.average else 1 if a.average < b.average else 0


def by_name(a, b):
    return -1 if a.name < b.name else 1 if a.name > b.name else 0


def run():
    state = 7

    def next():
        nonlocal state
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        return state // 65536

    students = []
    for _ in range(10_000):
        students.append(Student(f"s{next() % 5000}", next() % 12, next() % 1000 / 10))
    total = 0
    for round in range(4):
        ordered = sorted(students, key=cmp_to_key(by_grade))
        total += int(ordered[100 + round].average * 10) + ordered[2000].grade
        students.sort(key=cmp_to_key(by_name))
        total += len(students[round].name)
        students[round], students[3000] = students[3000], students[round]
    numbers = []
    for _ in range(60_000):
        numbers.append(next())
    down = sorted(numbers, key=cmp_to_key(lambda a, b: b - a))
    by_last = sorted(numbers, key=cmp_to_key(lambda a, b: a % 1000 - b % 1000))
    numbers.sort()
    return total + down[100] + by_last[10_000] % 1000 + numbers[5000]


print(run())
