#include "CNeuralKernels.h"

// No fused multiply-add: it rounds once where two instructions round twice, and the bits are to be the same everywhere.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdlib.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX2_INLINE __attribute__((target("avx2"), always_inline)) static inline

static int is_avoided;

int neural_has_avx2(void) { return !is_avoided && __builtin_cpu_supports("avx2") != 0; }

void neural_avoid_avx2(int is_wanted) { is_avoided = is_wanted; }

/// Six rows by eight columns fill the sixteen registers: twelve sums, two pieces of b, a number of a, a product.
enum { tile_rows = 6, tile_columns = 8 };
/// How many steps of k are done with one packed panel: 256 of eight columns are 16 KB, half of a first-level cache.
enum { panel_depth = 256 };
/// Rows of a, and columns of b, that are packed at a time: 190 KB and 1 MB, which second-level caches hold.
enum { block_rows = 96, block_columns = 512 };

/// The numbers of a at `start + i row + k column`.
typedef struct {
    const double *start;
    ptrdiff_t row, column;
} Matrix;

/// The loop of a whole tile. Compilers keep some of its sums in memory, which doubles its time; written out, sixteen
/// registers are enough.
AVX2_INLINE void sum_6_8(__m256d s[6][2], Matrix a, const double *b, ptrdiff_t b_row, ptrdiff_t depth) {
    const double *x = a.start;
    const ptrdiff_t row = 8 * a.row, row3 = 24 * a.row, row5 = 40 * a.row;
    __m256d y0, y1, factor, product;
#define ROW(place, first, second)                                                                                     \
    "vbroadcastsd " place ", %[factor]\n\t"                                                                           \
    "vmulpd %[y0], %[factor], %[product]\n\t"                                                                        \
    "vmulpd %[y1], %[factor], %[factor]\n\t"                                                                         \
    "vaddpd %[product], " first ", " first "\n\t"                                                                    \
    "vaddpd %[factor], " second ", " second "\n\t"
    if (depth > 0)
        __asm__ volatile(
            ".p2align 5\n"
            "1:\n\t"
            "vmovupd (%[b]), %[y0]\n\t"
            "vmovupd 32(%[b]), %[y1]\n\t"
            ROW("(%[x])", "%[s0]", "%[s1]")
            ROW("(%[x],%[row])", "%[s2]", "%[s3]")
            ROW("(%[x],%[row],2)", "%[s4]", "%[s5]")
            ROW("(%[x],%[row3])", "%[s6]", "%[s7]")
            ROW("(%[x],%[row],4)", "%[s8]", "%[s9]")
            ROW("(%[x],%[row5])", "%[s10]", "%[s11]")
            "add %[b_step], %[b]\n\t"
            "add %[x_step], %[x]\n\t"
            "dec %[depth]\n\t"
            "jnz 1b"
            : [x] "+r"(x), [b] "+r"(b), [depth] "+r"(depth), [y0] "=&x"(y0), [y1] "=&x"(y1),
              [factor] "=&x"(factor), [product] "=&x"(product), [s0] "+x"(s[0][0]), [s1] "+x"(s[0][1]),
              [s2] "+x"(s[1][0]), [s3] "+x"(s[1][1]), [s4] "+x"(s[2][0]), [s5] "+x"(s[2][1]), [s6] "+x"(s[3][0]),
              [s7] "+x"(s[3][1]), [s8] "+x"(s[4][0]), [s9] "+x"(s[4][1]), [s10] "+x"(s[5][0]), [s11] "+x"(s[5][1])
            : [row] "r"(row), [row3] "r"(row3), [row5] "r"(row5), [x_step] "r"(8 * a.column), [b_step] "r"(8 * b_row)
            : "cc", "memory");
#undef ROW
}

/// A tile of c, `R` rows by four times `V` columns, those behind the first `width` left alone. The sums start from c, or
/// from 0 where they are the first, so that a sum goes on where the panel before left it.
AVX2_INLINE void tile(const int R, const int V, Matrix a, const double *b, ptrdiff_t b_row, double *c, ptrdiff_t c_row,
                      ptrdiff_t depth, ptrdiff_t width, int is_first) {
    const __m256i lanes = _mm256_set_epi64x(3, 2, 1, 0);
    const ptrdiff_t last = width - 4 * (V - 1);
    const __m256i mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(last), lanes);
    const int is_whole = last == 4;
    __m256d s[6][2];
#pragma clang loop unroll(full)
    for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
        for (int v = 0; v < V; v++) {
            const double *from = c + r * c_row + 4 * v;
            if (is_first)
                s[r][v] = _mm256_setzero_pd();
            else
                s[r][v] = is_whole || v + 1 < V ? _mm256_loadu_pd(from) : _mm256_maskload_pd(from, mask);
        }
    if (R == 6 && V == 2)
        sum_6_8(s, a, b, b_row, depth);
    else {
        const double *x = a.start;
        for (ptrdiff_t k = 0; k < depth; k++, b += b_row, x += a.column) {
            __m256d y[2];
#pragma clang loop unroll(full)
            for (int v = 0; v < V; v++) y[v] = _mm256_loadu_pd(b + 4 * v);
#pragma clang loop unroll(full)
            for (int r = 0; r < R; r++) {
                const __m256d factor = _mm256_broadcast_sd(x + r * a.row);
#pragma clang loop unroll(full)
                for (int v = 0; v < V; v++) s[r][v] = _mm256_add_pd(s[r][v], _mm256_mul_pd(factor, y[v]));
            }
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
        for (int v = 0; v < V; v++) {
            double *to = c + r * c_row + 4 * v;
            if (is_whole || v + 1 < V)
                _mm256_storeu_pd(to, s[r][v]);
            else
                _mm256_maskstore_pd(to, mask, s[r][v]);
        }
}

/// `rows` rows of a by one panel of b, up to eight columns wide.
AVX2 static void by_panel(Matrix a, const double *b, ptrdiff_t b_row, double *c, ptrdiff_t c_row, ptrdiff_t rows,
                          ptrdiff_t depth, ptrdiff_t width, int is_first) {
#define TILE(R)                                                                                                       \
    case R:                                                                                                           \
        if (width > 4)                                                                                                \
            tile(R, 2, a, b, b_row, c, c_row, depth, width, is_first);                                                \
        else                                                                                                          \
            tile(R, 1, a, b, b_row, c, c_row, depth, width, is_first);                                                \
        break;
    while (rows > 0) {
        // The last two tiles share what is left evenly: a tile of one row waits for its own sums.
        const ptrdiff_t height = rows <= tile_rows ? rows : (rows < 10 ? (rows + 1) / 2 : tile_rows);
        switch (height) { TILE(1) TILE(2) TILE(3) TILE(4) TILE(5) TILE(6) }
        a.start += height * a.row;
        c += height * c_row;
        rows -= height;
    }
#undef TILE
}

/// Columns 0 ..< width of b, for `depth` steps of k, eight to a step; those beyond the matrix are 0.
AVX2 static void pack_columns(Matrix b, ptrdiff_t depth, ptrdiff_t width, double *panel) {
    ptrdiff_t k = 0;
    if (width == tile_columns && b.column == 1) {
        for (; k < depth; k++) {
            const double *from = b.start + k * b.row;
            _mm256_storeu_pd(panel + 8 * k, _mm256_loadu_pd(from));
            _mm256_storeu_pd(panel + 8 * k + 4, _mm256_loadu_pd(from + 4));
        }
        return;
    }
    if (width == tile_columns && b.row == 1) {
        // Four by four, turned in registers.
        for (; k + 4 <= depth; k += 4)
            for (ptrdiff_t half = 0; half < 2; half++) {
                const double *from = b.start + 4 * half * b.column + k;
                double *to = panel + 8 * k + 4 * half;
                const __m256d r0 = _mm256_loadu_pd(from), r1 = _mm256_loadu_pd(from + b.column);
                const __m256d r2 = _mm256_loadu_pd(from + 2 * b.column), r3 = _mm256_loadu_pd(from + 3 * b.column);
                const __m256d t0 = _mm256_unpacklo_pd(r0, r1), t1 = _mm256_unpackhi_pd(r0, r1);
                const __m256d t2 = _mm256_unpacklo_pd(r2, r3), t3 = _mm256_unpackhi_pd(r2, r3);
                _mm256_storeu_pd(to, _mm256_permute2f128_pd(t0, t2, 0x20));
                _mm256_storeu_pd(to + 8, _mm256_permute2f128_pd(t1, t3, 0x20));
                _mm256_storeu_pd(to + 16, _mm256_permute2f128_pd(t0, t2, 0x31));
                _mm256_storeu_pd(to + 24, _mm256_permute2f128_pd(t1, t3, 0x31));
            }
    }
    for (; k < depth; k++)
        for (ptrdiff_t j = 0; j < tile_columns; j++)
            panel[8 * k + j] = j < width ? b.start[k * b.row + j * b.column] : 0;
}

/// c's columns panel by panel, a where it stands.
AVX2 static void by_panels(Matrix a, Matrix b, double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner,
                           ptrdiff_t columns, int is_adding) {
    double panel[panel_depth * tile_columns];
    // Packing pays where a panel is read often.
    const int is_direct = b.column == 1 && rows <= 3 * tile_rows;
    for (ptrdiff_t k = 0; k < inner; k += panel_depth) {
        const ptrdiff_t depth = inner - k < panel_depth ? inner - k : panel_depth;
        const Matrix left = {a.start + k * a.column, a.row, a.column};
        for (ptrdiff_t j = 0; j < columns; j += tile_columns) {
            const ptrdiff_t width = columns - j < tile_columns ? columns - j : tile_columns;
            const Matrix right = {b.start + k * b.row + j * b.column, b.row, b.column};
            const int is_first = !is_adding && k == 0;
            if (is_direct && width == tile_columns) {
                by_panel(left, right.start, b.row, c + j, c_row, rows, depth, width, is_first);
            } else {
                pack_columns(right, depth, width, panel);
                by_panel(left, panel, tile_columns, c + j, c_row, rows, depth, width, is_first);
            }
        }
    }
}

/// Rows of a, six to a step of k, tile after tile.
static void pack_rows(Matrix a, ptrdiff_t rows, ptrdiff_t depth, double *packed) {
    for (ptrdiff_t i = 0; i < rows; i += tile_rows, packed += tile_rows * depth) {
        const ptrdiff_t height = rows - i < tile_rows ? rows - i : tile_rows;
        const double *from = a.start + i * a.row;
        for (ptrdiff_t k = 0; k < depth; k++, from += a.column)
            for (ptrdiff_t r = 0; r < height; r++) packed[tile_rows * k + r] = from[r * a.row];
    }
}

/// The same for matrices that no cache holds: both are packed, block by block. False where there is no memory.
AVX2 static int by_blocks(Matrix a, Matrix b, double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner,
                          ptrdiff_t columns, int is_adding) {
    // Each thread keeps its own: fresh memory costs as much as packing it.
    static _Thread_local double *panels;
    if (!panels) panels = malloc(sizeof(double) * panel_depth * (block_columns + block_rows));
    if (!panels) return 0;
    double *block = panels + panel_depth * block_columns;
    for (ptrdiff_t first = 0; first < columns; first += block_columns) {
        const ptrdiff_t end = columns - first < block_columns ? columns : first + block_columns;
        for (ptrdiff_t k = 0; k < inner; k += panel_depth) {
            const ptrdiff_t depth = inner - k < panel_depth ? inner - k : panel_depth;
            for (ptrdiff_t j = first; j < end; j += tile_columns) {
                const Matrix right = {b.start + k * b.row + j * b.column, b.row, b.column};
                pack_columns(
                    right, depth, end - j < tile_columns ? end - j : tile_columns, panels + (j - first) * depth);
            }
            for (ptrdiff_t i = 0; i < rows; i += block_rows) {
                const ptrdiff_t height = rows - i < block_rows ? rows - i : block_rows;
                pack_rows((Matrix){a.start + i * a.row + k * a.column, a.row, a.column}, height, depth, block);
                for (ptrdiff_t j = first; j < end; j += tile_columns)
                    for (ptrdiff_t r = 0; r < height; r += tile_rows)
                        by_panel((Matrix){block + r * depth, 1, tile_rows}, panels + (j - first) * depth, tile_columns,
                                 c + (i + r) * c_row + j, c_row, height - r < tile_rows ? height - r : tile_rows, depth,
                                 end - j < tile_columns ? end - j : tile_columns, !is_adding && k == 0);
            }
        }
    }
    return 1;
}

AVX2 void neural_matmul_avx2(const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b, ptrdiff_t b_row,
                             ptrdiff_t b_column, double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner,
                             ptrdiff_t columns, int is_adding) {
    const Matrix left = {a, a_row, a_column}, right = {b, b_row, b_column};
    const int is_large = rows >= block_rows && rows * inner > 1 << 15 && columns >= block_rows;
    if (is_large && by_blocks(left, right, c, c_row, rows, inner, columns, is_adding)) return;
    by_panels(left, right, c, c_row, rows, inner, columns, is_adding);
}
#endif
