#ifndef C_ENGINE_TEXT_H
#define C_ENGINE_TEXT_H

#include <stddef.h>

/// A source file of the engine that cells share with programs.
struct EngineSource {
    /// The file's name without `.swift`.
    const char *name;
    /// Ends with a zero.
    const unsigned char *text;
};

/// A file by its place from 0, in the order of declaration; NULL behind the last.
const struct EngineSource *engine_source(size_t index);

/// The same for `LessonKit`.
const struct EngineSource *kit_source(size_t index);

#endif
