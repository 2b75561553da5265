#ifndef C_LESSONS_H
#define C_LESSONS_H

#include <stddef.h>

/// A file of the course as it stands in the binary: a lesson, or data.
struct BundledFile {
    /// `lesson3.md`, `iris.csv`
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// A lesson by its place from 0, in the order of the course; NULL behind the last.
const struct BundledFile *bundled_lesson(size_t index);

/// `glossary.md`; NULL where the course has none.
const struct BundledFile *bundled_glossary(void);

/// A data file by its name; NULL where there is none of it.
const struct BundledFile *bundled_data(const char *name);

#endif
