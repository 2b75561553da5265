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

static int equal(const char *a, const char *b) {
    while (*a && *a == *b) { a++; b++; }
    return *a == *b;
}

const struct BundledFile *bundled_data(const char *name) {
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (equal(files[i].name, name)) return &files[i];
    }
    return NULL;
}
