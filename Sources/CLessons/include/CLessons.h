#ifndef C_LESSONS_H
#define C_LESSONS_H

#include <stddef.h>

/// A lesson of the course as it stands in the binary.
struct BundledLesson {
    /// `lesson3.md`
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// A lesson by its place from 0, in the order of the course; NULL behind the last.
const struct BundledLesson *bundled_lesson(size_t index);

#endif
