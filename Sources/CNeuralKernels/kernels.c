#include "CNeuralKernels.h"

// No fused multiply-add: it rounds once where two instructions round twice, and the bits are to be the same everywhere.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>

int neural_has_avx2(void) { return __builtin_cpu_supports("avx2") != 0; }

/// How many steps of k are done with one packed panel: 256 rows of 12 columns are 24 KB, most of a first-level cache.
enum { panel_rows = 256, panel_columns = 12, tile_rows = 4 };

/// Columns j ..< j + width of b, for `depth` steps of k, twelve to a step; those beyond the matrix are 0.
__attribute__((target("avx2"))) static void pack(const double *b, ptrdiff_t b_row, ptrdiff_t b_column,
                                                 ptrdiff_t depth, ptrdiff_t width, double *panel) {
    if (width == panel_columns && b_column == 1) {
        for (ptrdiff_t k = 0; k < depth; k++, b += b_row, panel += panel_columns) {
            _mm256_storeu_pd(panel, _mm256_loadu_pd(b));
            _mm256_storeu_pd(panel + 4, _mm256_loadu_pd(b + 4));
            _mm256_storeu_pd(panel + 8, _mm256_loadu_pd(b + 8));
        }
        return;
    }
    for (ptrdiff_t q = 0; q < panel_columns; q++) {
        double *to = panel + q;
        if (q >= width) {
            for (ptrdiff_t k = 0; k < depth; k++) to[k * panel_columns] = 0;
            continue;
        }
        const double *from = b + q * b_column;
        for (ptrdiff_t k = 0; k < depth; k++) to[k * panel_columns] = from[k * b_row];
    }
}

/// Four rows by twelve columns: twelve accumulators, three loads of the panel and four broadcasts a step. The
/// accumulators start from c, so that a sum goes on where the panel before left it.
__attribute__((target("avx2"), always_inline)) static inline void tile_4_12(
    const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *panel, double *c, ptrdiff_t c_row,
    ptrdiff_t depth) {
    double *c1 = c + c_row, *c2 = c1 + c_row, *c3 = c2 + c_row;
    __m256d s00 = _mm256_loadu_pd(c), s01 = _mm256_loadu_pd(c + 4), s02 = _mm256_loadu_pd(c + 8);
    __m256d s10 = _mm256_loadu_pd(c1), s11 = _mm256_loadu_pd(c1 + 4), s12 = _mm256_loadu_pd(c1 + 8);
    __m256d s20 = _mm256_loadu_pd(c2), s21 = _mm256_loadu_pd(c2 + 4), s22 = _mm256_loadu_pd(c2 + 8);
    __m256d s30 = _mm256_loadu_pd(c3), s31 = _mm256_loadu_pd(c3 + 4), s32 = _mm256_loadu_pd(c3 + 8);
    const double *a1 = a + a_row, *a2 = a1 + a_row, *a3 = a2 + a_row;
    for (ptrdiff_t k = 0; k < depth; k++, panel += panel_columns) {
        const __m256d b0 = _mm256_loadu_pd(panel), b1 = _mm256_loadu_pd(panel + 4), b2 = _mm256_loadu_pd(panel + 8);
        __m256d x = _mm256_broadcast_sd(a + k * a_column);
        s00 = _mm256_add_pd(s00, _mm256_mul_pd(x, b0));
        s01 = _mm256_add_pd(s01, _mm256_mul_pd(x, b1));
        s02 = _mm256_add_pd(s02, _mm256_mul_pd(x, b2));
        x = _mm256_broadcast_sd(a1 + k * a_column);
        s10 = _mm256_add_pd(s10, _mm256_mul_pd(x, b0));
        s11 = _mm256_add_pd(s11, _mm256_mul_pd(x, b1));
        s12 = _mm256_add_pd(s12, _mm256_mul_pd(x, b2));
        x = _mm256_broadcast_sd(a2 + k * a_column);
        s20 = _mm256_add_pd(s20, _mm256_mul_pd(x, b0));
        s21 = _mm256_add_pd(s21, _mm256_mul_pd(x, b1));
        s22 = _mm256_add_pd(s22, _mm256_mul_pd(x, b2));
        x = _mm256_broadcast_sd(a3 + k * a_column);
        s30 = _mm256_add_pd(s30, _mm256_mul_pd(x, b0));
        s31 = _mm256_add_pd(s31, _mm256_mul_pd(x, b1));
        s32 = _mm256_add_pd(s32, _mm256_mul_pd(x, b2));
    }
    _mm256_storeu_pd(c, s00), _mm256_storeu_pd(c + 4, s01), _mm256_storeu_pd(c + 8, s02);
    _mm256_storeu_pd(c1, s10), _mm256_storeu_pd(c1 + 4, s11), _mm256_storeu_pd(c1 + 8, s12);
    _mm256_storeu_pd(c2, s20), _mm256_storeu_pd(c2 + 4, s21), _mm256_storeu_pd(c2 + 8, s22);
    _mm256_storeu_pd(c3, s30), _mm256_storeu_pd(c3 + 4, s31), _mm256_storeu_pd(c3 + 8, s32);
}

/// A tile at the edge of c, `height` rows by `width` columns: worked on in a whole tile of its own.
__attribute__((target("avx2"))) static void edge(const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
                                                 const double *panel, double *c, ptrdiff_t c_row, ptrdiff_t depth,
                                                 ptrdiff_t height, ptrdiff_t width) {
    double whole[tile_rows * panel_columns] = {0};
    for (ptrdiff_t i = 0; i < height; i++)
        for (ptrdiff_t j = 0; j < width; j++) whole[i * panel_columns + j] = c[i * c_row + j];
    if (height == tile_rows) {
        tile_4_12(a, a_row, a_column, panel, whole, panel_columns, depth);
    } else {
        for (ptrdiff_t i = 0; i < height; i++) {
            double *row = whole + i * panel_columns;
            __m256d s0 = _mm256_loadu_pd(row), s1 = _mm256_loadu_pd(row + 4), s2 = _mm256_loadu_pd(row + 8);
            const double *p = panel, *x = a + i * a_row;
            for (ptrdiff_t k = 0; k < depth; k++, p += panel_columns) {
                const __m256d y = _mm256_broadcast_sd(x + k * a_column);
                s0 = _mm256_add_pd(s0, _mm256_mul_pd(y, _mm256_loadu_pd(p)));
                s1 = _mm256_add_pd(s1, _mm256_mul_pd(y, _mm256_loadu_pd(p + 4)));
                s2 = _mm256_add_pd(s2, _mm256_mul_pd(y, _mm256_loadu_pd(p + 8)));
            }
            _mm256_storeu_pd(row, s0), _mm256_storeu_pd(row + 4, s1), _mm256_storeu_pd(row + 8, s2);
        }
    }
    for (ptrdiff_t i = 0; i < height; i++)
        for (ptrdiff_t j = 0; j < width; j++) c[i * c_row + j] = whole[i * panel_columns + j];
}

__attribute__((target("avx2"))) void neural_matmul_avx2(
    const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b, ptrdiff_t b_row, ptrdiff_t b_column,
    double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
    double panel[panel_rows * panel_columns];
    for (ptrdiff_t k = 0; k < inner; k += panel_rows) {
        const ptrdiff_t depth = inner - k < panel_rows ? inner - k : panel_rows;
        for (ptrdiff_t j = 0; j < columns; j += panel_columns) {
            const ptrdiff_t width = columns - j < panel_columns ? columns - j : panel_columns;
            pack(b + k * b_row + j * b_column, b_row, b_column, depth, width, panel);
            for (ptrdiff_t i = 0; i < rows; i += tile_rows) {
                const ptrdiff_t height = rows - i < tile_rows ? rows - i : tile_rows;
                const double *left = a + i * a_row + k * a_column;
                double *target = c + i * c_row + j;
                if (height == tile_rows && width == panel_columns)
                    tile_4_12(left, a_row, a_column, panel, target, c_row, depth);
                else
                    edge(left, a_row, a_column, panel, target, c_row, depth, height, width);
            }
        }
    }
}
#endif
