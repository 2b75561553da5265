def caesar(text, shift):
    result = ""
    for character in text:
        code = ord(character)
        if 97 <= code <= 122:
            result += chr((code - 97 + shift) % 26 + 97)
        else:
            result += character
    return result


def is_palindrome(text):
    letters = list(text)
    low = 0
    high = len(letters) - 1
    while low < high:
        if letters[low] != letters[high]:
            return False
        low += 1
        high -= 1
    return True


def run():
    text = "the quick brown fox jumps over the lazy dog while a madam noon level watches"
    total = 0
    for round in range(6000):
        coded = caesar(text, round % 25 + 1)
        words = coded.split(" ")
        total += len(words)
        for word in words:
            if len(word) > 4:
                total += len(word)
        joined = "-".join([word.upper() for word in words])
        if joined.startswith("T"):
            total += 1
        if "X" in joined:
            total += len(joined)
        for word in text.split(" "):
            if is_palindrome(word):
                total += 1
        total += len(f"{round}: {coded}")
        total += len("".join(reversed(joined)))
    return total


print(run())
