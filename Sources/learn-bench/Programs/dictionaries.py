def count_words():
    names = ["ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen", "ibis", "jay"]
    counts = {}
    state = 12345
    for _ in range(400_000):
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        word = names[state // 65536 % 10] + names[state // 1024 % 10]
        counts[word] = counts.get(word, 0) + 1
    total = 0
    for word, count in counts.items():
        total += len(word) * count
    for key in sorted(counts.keys()):
        total = (total * 31 + counts[key]) % 1_000_000_007
    return total


def two_sums():
    seen = {}
    pairs = 0
    state = 1
    for index in range(500_000):
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        number = state // 64 % 20_000
        other = seen.get(20_000 - number)
        if other is not None:
            pairs += index - other
        seen[number] = index
    unique = set()
    for value in seen.values():
        unique.add(value % 1000)
    return pairs % 1_000_003 + len(unique) + len(seen)


print(count_words(), two_sums())
