#include "CNeuralKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

int neural_has_avx2(void) { return __builtin_cpu_supports("avx2") != 0; }

/// Four rows by eight columns: eight accumulators, two loads of b and four broadcasts a step.
__attribute__((target("avx2"), always_inline)) static inline void tile_4_8(
    const double *a, const double *b, double *c, ptrdiff_t inner, ptrdiff_t columns) {
    __m256d sums[4][2];
    for (int i = 0; i < 4; i++) sums[i][0] = sums[i][1] = _mm256_setzero_pd();
    for (ptrdiff_t k = 0; k < inner; k++) {
        const __m256d b0 = _mm256_loadu_pd(b + k * columns);
        const __m256d b1 = _mm256_loadu_pd(b + k * columns + 4);
        for (int i = 0; i < 4; i++) {
            const __m256d x = _mm256_broadcast_sd(a + i * inner + k);
            sums[i][0] = _mm256_add_pd(sums[i][0], _mm256_mul_pd(x, b0));
            sums[i][1] = _mm256_add_pd(sums[i][1], _mm256_mul_pd(x, b1));
        }
    }
    for (int i = 0; i < 4; i++) {
        _mm256_storeu_pd(c + i * columns, sums[i][0]);
        _mm256_storeu_pd(c + i * columns + 4, sums[i][1]);
    }
}

__attribute__((target("avx2"), always_inline)) static inline void tile_1_4(
    const double *a, const double *b, double *c, ptrdiff_t inner, ptrdiff_t columns) {
    __m256d sum = _mm256_setzero_pd();
    for (ptrdiff_t k = 0; k < inner; k++) {
        const __m256d x = _mm256_broadcast_sd(a + k);
        sum = _mm256_add_pd(sum, _mm256_mul_pd(x, _mm256_loadu_pd(b + k * columns)));
    }
    _mm256_storeu_pd(c, sum);
}

__attribute__((target("avx2"))) void neural_matmul_avx2(
    const double *a, const double *b, double *c, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
    const ptrdiff_t wide = columns / 8 * 8, four = columns / 4 * 4, high = rows / 4 * 4;
    // Columns outside, so that the eight columns of b stay in the cache for all rows.
    for (ptrdiff_t j = 0; j < wide; j += 8)
        for (ptrdiff_t i = 0; i < high; i += 4)
            tile_4_8(a + i * inner, b + j, c + i * columns + j, inner, columns);
    for (ptrdiff_t i = 0; i < rows; i++) {
        for (ptrdiff_t j = i < high ? wide : 0; j < four; j += 4)
            tile_1_4(a + i * inner, b + j, c + i * columns + j, inner, columns);
        for (ptrdiff_t j = four; j < columns; j++) {
            double sum = 0;
            for (ptrdiff_t k = 0; k < inner; k++) sum += a[i * inner + k] * b[k * columns + j];
            c[i * columns + j] = sum;
        }
    }
}
#endif
