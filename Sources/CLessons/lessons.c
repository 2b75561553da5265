// The lessons within the binary: a resource bundle would stay behind when the binary moves, and array literals of this
// size take Swift a minute to compile. `#embed` takes clang milliseconds. A lesson that is not there yet is left out.

#include "CLessons.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define LESSON_FILE "../../Lessons/lesson1.md"
#define LESSON lesson1
#include "lesson.h"
#define LESSON_FILE "../../Lessons/lesson2.md"
#define LESSON lesson2
#include "lesson.h"
#define LESSON_FILE "../../Lessons/lesson3.md"
#define LESSON lesson3
#include "lesson.h"
#define LESSON_FILE "../../Lessons/lesson4.md"
#define LESSON lesson4
#include "lesson.h"
#define LESSON_FILE "../../Lessons/lesson5.md"
#define LESSON lesson5
#include "lesson.h"

static const struct BundledFile lessons[] = {
#if __has_embed("../../Lessons/lesson1.md")
    {"lesson1.md", lesson1, sizeof lesson1},
#endif
#if __has_embed("../../Lessons/lesson2.md")
    {"lesson2.md", lesson2, sizeof lesson2},
#endif
    {"lesson3.md", lesson3, sizeof lesson3},
#if __has_embed("../../Lessons/lesson4.md")
    {"lesson4.md", lesson4, sizeof lesson4},
#endif
#if __has_embed("../../Lessons/lesson5.md")
    {"lesson5.md", lesson5, sizeof lesson5},
#endif
    {0, 0, 0},
};

#if __has_embed("../../Lessons/glossary.md")
static const unsigned char glossary[] = {
#embed "../../Lessons/glossary.md"
};
static const struct BundledFile glossary_file = {"glossary.md", glossary, sizeof glossary};
const struct BundledFile *bundled_glossary(void) { return &glossary_file; }
#else
const struct BundledFile *bundled_glossary(void) { return NULL; }
#endif

const struct BundledFile *bundled_lesson(size_t index) {
    size_t count = sizeof lessons / sizeof lessons[0] - 1;
    return index < count ? &lessons[index] : NULL;
}
