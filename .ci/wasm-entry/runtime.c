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
