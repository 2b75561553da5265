// What Embedded Swift expects of a C library, for WebAssembly without an operating system: memory, a few functions of
// the mathematics library that have no instruction of their own, and a place for the text of a fatal error.

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

// Memory comes in size classes, four to each power of two from 16 bytes. A block has its class in the word before it,
// and a freed block stands at the head of its class's list with the next one in its first word.
extern u8 __heap_base;
static u32 top, end, free_lists[112];

static u32 class_of(u32 size) {
    if (size <= 16) return 0;
    u32 exponent = 31 - __builtin_clz(size - 1);
    return (exponent - 4) * 4 + (((size - 1) >> (exponent - 2)) & 3) + 1;
}

static u32 size_of(u32 class) {
    if (class == 0) return 16;
    u32 exponent = (class - 1) / 4 + 4, quarter = (class - 1) % 4 + 1;
    return (1u << exponent) + (quarter << (exponent - 2));
}

int posix_memalign(void **out, u32 alignment, u32 size) {
    const int out_of_memory = 12;
    if (alignment > 16 || size > 0x60000000u) return out_of_memory;
    u32 class = class_of(size);
    if (free_lists[class]) {
        u32 block = free_lists[class];
        free_lists[class] = *(u32 *)block;
        *out = (void *)block;
        return 0;
    }
    if (!top) {
        top = ((u32)&__heap_base + 15) & ~15u;
        end = __builtin_wasm_memory_size(0) << 16;
    }
    // One header of 16 bytes keeps the block aligned; the class stands in its last word.
    u32 need = (size_of(class) + 31) & ~15u;
    if (need > end - top) {
        u32 pages = (need - (end - top) + 65535) >> 16;
        if (__builtin_wasm_memory_grow(0, pages) == (u32)-1) return out_of_memory;
        end += pages << 16;
    }
    *(u32 *)(top + 12) = class;
    *out = (void *)(top + 16);
    top += need;
    return 0;
}

void free(void *block) {
    if (!block) return;
    u32 class = ((u32 *)block)[-1];
    *(u32 *)block = free_lists[class];
    free_lists[class] = (u32)block;
}

void *memmove(void *to, const void *from, u32 size) {
    u8 *a = to;
    const u8 *b = from;
    if (a < b) {
        for (u32 i = 0; i < size; i++) a[i] = b[i];
    } else {
        for (u32 i = size; i > 0; i--) a[i - 1] = b[i - 1];
    }
    return to;
}

void *memcpy(void *to, const void *from, u32 size) { return memmove(to, from, size); }

void *memset(void *to, int byte, u32 size) {
    u8 *a = to;
    for (u32 i = 0; i < size; i++) a[i] = byte;
    return to;
}

int memcmp(const void *a, const void *b, u32 size) {
    const u8 *x = a, *y = b;
    for (u32 i = 0; i < size; i++) {
        if (x[i] != y[i]) return x[i] - y[i];
    }
    return 0;
}

u32 strlen(const char *text) {
    u32 length = 0;
    while (text[length]) length++;
    return length;
}

// The product of two 128-bit integers, each as its lower and its upper half.
void __multi3(u64 *out, u64 a, u64 a_upper, u64 b, u64 b_upper) {
    u64 a0 = (u32)a, a1 = a >> 32, b0 = (u32)b, b1 = b >> 32;
    u64 low = a0 * b0, middle = a1 * b0 + (low >> 32), cross = a0 * b1 + (u32)middle;
    out[0] = cross << 32 | (u32)low;
    out[1] = a1 * b1 + (middle >> 32) + (cross >> 32) + a * b_upper + a_upper * b;
}

double round(double x) {
    double whole = __builtin_trunc(x), rest = x - whole;
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole;
}

static u64 bits_of(double x) { return __builtin_bit_cast(u64, x); }

// A finite number that is not zero as mantissa · 2^exponent, the mantissa from 2^52 to below 2^53.
static u64 mantissa_of(double x, int *exponent) {
    u64 mantissa = bits_of(x) & 0xFFFFFFFFFFFFFull;
    int biased = bits_of(x) >> 52 & 0x7FF;
    if (biased) {
        *exponent = biased - 1075;
        return mantissa | 1ull << 52;
    }
    int shift = __builtin_clzll(mantissa) - 11;
    *exponent = -1074 - shift;
    return mantissa << shift;
}

static int is_finite(double x) { return (bits_of(x) >> 52 & 0x7FF) != 0x7FF; }

// Shifts right; what falls out leaves a one in the lowest bit, so that rounding still sees it.
static void shift_right(u64 *high, u64 *low, u32 by) {
    u64 lost = 0;
    if (by >= 128) {
        lost = *high | *low;
        *high = *low = 0;
    } else {
        if (by >= 64) {
            lost = *low;
            *low = *high;
            *high = 0;
            by -= 64;
        }
        if (by) {
            lost |= *low << (64 - by);
            *low = *low >> by | *high << (64 - by);
            *high >>= by;
        }
    }
    if (lost) *low |= 1;
}

// x · y + z, rounded once.
double fma(double x, double y, double z) {
    if (!is_finite(x) || !is_finite(y)) return x * y + z;
    if (!is_finite(z)) return z;
    if (x == 0 || y == 0) return x * y + z;
    if (z == 0) return x * y;
    int ex, ey, ez;
    u64 mx = mantissa_of(x, &ex), my = mantissa_of(y, &ey), mz = mantissa_of(z, &ez), product[2];
    __multi3(product, mx, 0, my, 0);
    // Both sides stand just below bit 126, so that neither the sum nor a small difference loses anything.
    u64 high = product[1] << 20 | product[0] >> 44, low = product[0] << 20, other_high = mz << 8, other_low = 0;
    u64 sign = (bits_of(x) ^ bits_of(y)) >> 63, other_sign = bits_of(z) >> 63;
    int exponent = ex + ey - 20, other_exponent = ez - 72;
    if (exponent < other_exponent) {
        shift_right(&high, &low, other_exponent - exponent);
        exponent = other_exponent;
    } else {
        shift_right(&other_high, &other_low, exponent - other_exponent);
    }
    if (sign == other_sign) {
        low += other_low;
        high += other_high + (low < other_low);
    } else {
        if (high < other_high || (high == other_high && low < other_low)) {
            u64 h = high, l = low;
            high = other_high, low = other_low, other_high = h, other_low = l, sign = other_sign;
        }
        u64 borrow = low < other_low;
        low -= other_low;
        high -= other_high + borrow;
    }
    if (!(high | low)) return 0;
    // The upper 64 bits, the highest of them set.
    u32 zeros = high ? __builtin_clzll(high) : 64 + __builtin_clzll(low), shift = zeros & 63;
    if (zeros >= 64) high = low, low = 0;
    if (shift) {
        high = high << shift | low >> (64 - shift);
        low <<= shift;
    }
    if (low) high |= 1;
    exponent += 64 - (int)zeros;
    u64 bits;
    if (exponent + 63 < -1022) {
        u64 none = 0;
        shift_right(&none, &high, -1076 - exponent);
        bits = (high >> 2) + ((high & 3) + (high >> 2 & 1) > 2);
    } else {
        bits = bits_of((double)high);
        int biased = (int)(bits >> 52) + exponent;
        bits = biased >= 0x7FF ? 0x7FFull << 52 : (bits & 0xFFFFFFFFFFFFFull) | (u64)biased << 52;
    }
    return __builtin_bit_cast(double, bits | sign << 63);
}

// x less the multiple of y that is nearest to it, the even one of two; always exact.
double remainder(double x, double y) {
    if (!is_finite(x) || y != y || y == 0) return (x * y) / (x * y);
    if (!is_finite(y) || x == 0) return x;
    int ex, ey, odd = 0;
    u64 rest = mantissa_of(x, &ex), divisor = mantissa_of(y, &ey);
    if (ex < ey - 1) return x;
    int below = ex < ey;
    for (;;) {
        odd = !below && rest >= divisor;
        if (odd) rest -= divisor;
        if (ex <= ey) break;
        rest <<= 1;
        ex--;
    }
    u64 twice = below ? rest : rest << 1;
    double result = twice > divisor || (twice == divisor && odd)
        ? -(double)((below ? divisor << 1 : divisor) - rest) : (double)rest;
    if (ex < -1000) {
        result *= 0x1p-1000;
        ex += 1000;
    }
    result *= __builtin_bit_cast(double, (u64)(ex + 1023) << 52);
    return bits_of(x) >> 63 ? -result : result;
}

// A fixed seed: nothing that is shown depends on the order of a dictionary, and this keeps it from varying at all.
void arc4random_buf(void *out, u32 size) {
    for (u32 i = 0; i < size; i++) ((u8 *)out)[i] = i * 151 + 7;
}

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
extern int wasi_fd_write(int descriptor, const void *vectors, u32 count, u32 *written);

// The text of a fatal error, letter by letter, goes to standard error.
int putchar(int letter) {
    u8 byte = letter;
    u32 vector[2] = {(u32)&byte, 1}, written;
    wasi_fd_write(2, vector, 1, &written);
    return letter;
}
