// The seeded random generator is part of the engine's face.
@_exported import struct Elementary.SeededGenerator
