#include "CNeuralKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

int neural_has_avx2(void) { return __builtin_cpu_supports("avx2") != 0; }

/// How many steps of k are done with one packed panel: 256 rows of 8 columns are 16 KB, half a first-level cache.
enum { panel_rows = 256, panel_columns = 8 };

/// Four rows by eight columns: eight accumulators, two loads of the panel and four broadcasts a step. The accumulators
/// start from c, so that a sum goes on where the panel before left it.
__attribute__((target("avx2"), always_inline)) static inline void tile_4_8(
    const double *a, const double *panel, double *c, ptrdiff_t depth, ptrdiff_t inner, ptrdiff_t columns) {
    __m256d s00 = _mm256_loadu_pd(c), s01 = _mm256_loadu_pd(c + 4);
    __m256d s10 = _mm256_loadu_pd(c + columns), s11 = _mm256_loadu_pd(c + columns + 4);
    __m256d s20 = _mm256_loadu_pd(c + 2 * columns), s21 = _mm256_loadu_pd(c + 2 * columns + 4);
    __m256d s30 = _mm256_loadu_pd(c + 3 * columns), s31 = _mm256_loadu_pd(c + 3 * columns + 4);
    const double *a1 = a + inner, *a2 = a1 + inner, *a3 = a2 + inner;
    for (ptrdiff_t k = 0; k < depth; k++, panel += panel_columns) {
        const __m256d b0 = _mm256_loadu_pd(panel), b1 = _mm256_loadu_pd(panel + 4);
        __m256d x = _mm256_broadcast_sd(a + k);
        s00 = _mm256_add_pd(s00, _mm256_mul_pd(x, b0));
        s01 = _mm256_add_pd(s01, _mm256_mul_pd(x, b1));
        x = _mm256_broadcast_sd(a1 + k);
        s10 = _mm256_add_pd(s10, _mm256_mul_pd(x, b0));
        s11 = _mm256_add_pd(s11, _mm256_mul_pd(x, b1));
        x = _mm256_broadcast_sd(a2 + k);
        s20 = _mm256_add_pd(s20, _mm256_mul_pd(x, b0));
        s21 = _mm256_add_pd(s21, _mm256_mul_pd(x, b1));
        x = _mm256_broadcast_sd(a3 + k);
        s30 = _mm256_add_pd(s30, _mm256_mul_pd(x, b0));
        s31 = _mm256_add_pd(s31, _mm256_mul_pd(x, b1));
    }
    _mm256_storeu_pd(c, s00), _mm256_storeu_pd(c + 4, s01);
    _mm256_storeu_pd(c + columns, s10), _mm256_storeu_pd(c + columns + 4, s11);
    _mm256_storeu_pd(c + 2 * columns, s20), _mm256_storeu_pd(c + 2 * columns + 4, s21);
    _mm256_storeu_pd(c + 3 * columns, s30), _mm256_storeu_pd(c + 3 * columns + 4, s31);
}

__attribute__((target("avx2"), always_inline)) static inline void tile_1_8(
    const double *a, const double *panel, double *c, ptrdiff_t depth) {
    __m256d s0 = _mm256_loadu_pd(c), s1 = _mm256_loadu_pd(c + 4);
    for (ptrdiff_t k = 0; k < depth; k++, panel += panel_columns) {
        const __m256d x = _mm256_broadcast_sd(a + k);
        s0 = _mm256_add_pd(s0, _mm256_mul_pd(x, _mm256_loadu_pd(panel)));
        s1 = _mm256_add_pd(s1, _mm256_mul_pd(x, _mm256_loadu_pd(panel + 4)));
    }
    _mm256_storeu_pd(c, s0), _mm256_storeu_pd(c + 4, s1);
}

/// The last columns, fewer than eight, one number at a time.
static void remaining_columns(const double *a, const double *b, double *c, ptrdiff_t rows, ptrdiff_t inner,
                              ptrdiff_t columns, ptrdiff_t first) {
    for (ptrdiff_t i = 0; i < rows; i++)
        for (ptrdiff_t k = 0; k < inner; k++) {
            const double x = a[i * inner + k];
            for (ptrdiff_t j = first; j < columns; j++) c[i * columns + j] += x * b[k * columns + j];
        }
}

__attribute__((target("avx2"))) void neural_matmul_avx2(
    const double *a, const double *b, double *c, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
    double panel[panel_rows * panel_columns];
    const ptrdiff_t wide = columns / panel_columns * panel_columns;
    for (ptrdiff_t i = 0; i < rows * columns; i++) c[i] = 0;
    for (ptrdiff_t k = 0; k < inner; k += panel_rows) {
        const ptrdiff_t depth = inner - k < panel_rows ? inner - k : panel_rows;
        for (ptrdiff_t j = 0; j < wide; j += panel_columns) {
            for (ptrdiff_t p = 0; p < depth; p++)
                for (int q = 0; q < panel_columns; q++) panel[p * panel_columns + q] = b[(k + p) * columns + j + q];
            ptrdiff_t i = 0;
            for (; i + 4 <= rows; i += 4)
                tile_4_8(a + i * inner + k, panel, c + i * columns + j, depth, inner, columns);
            for (; i < rows; i++) tile_1_8(a + i * inner + k, panel, c + i * columns + j, depth);
        }
    }
    if (wide < columns) remaining_columns(a, b, c, rows, inner, columns, wide);
}
#endif
