// The data that the lessons bring along; see lessons.c for why it stands in the binary.

#include "CLessons.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits[] = {
#embed "../../Lessons/Data/digits.csv"
};
static const unsigned char iris[] = {
#embed "../../Lessons/Data/iris.csv"
};
static const unsigned char karate[] = {
#embed "../../Lessons/Data/karate.csv"
};
static const unsigned char karate_clubs[] = {
#embed "../../Lessons/Data/karate-clubs.csv"
};

static const struct BundledFile files[] = {
    {"digits.csv", digits, sizeof digits},
    {"iris.csv", iris, sizeof iris},
    {"karate.csv", karate, sizeof karate},
    {"karate-clubs.csv", karate_clubs, sizeof karate_clubs},
};

const struct BundledFile *bundled_data(size_t index) {
    return index < sizeof files / sizeof files[0] ? &files[index] : NULL;
}
