#ifndef C_NEURAL_KERNELS_H
#define C_NEURAL_KERNELS_H

/// The one exception to pure Swift: matrix products and exponentials for processors with AVX2, which Swift compiled for
/// the x86-64 baseline cannot use. Multiplications and additions stay separate instructions, and each number of a
/// product has one accumulator that takes the products in ascending order: the same bits as the Swift kernel.
#if defined(__x86_64__)
#include <stddef.h>

/// Whether this processor has AVX2: 0 or 1.
int neural_has_avx2(void);

/// c += a b with a [rows, inner], b [inner, columns], c [rows, columns]. The numbers of a stand at a + i a_row + k
/// a_column, those of b at b + k b_row + j b_column, those of c at c + i c_row + j; c must not overlap a or b.
void neural_matmul_avx2(const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b, ptrdiff_t b_row,
                        ptrdiff_t b_column, double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner,
                        ptrdiff_t columns);

/// e^x of `count` numbers, with the bits of Elementary.exp; y may be x. Stops before four numbers one of which is not
/// below 708 in size, and returns how many are done.
ptrdiff_t neural_exp_avx2(const double *x, double *y, ptrdiff_t count);

/// 1 / (1 + e^-x) likewise.
ptrdiff_t neural_sigmoid_avx2(const double *x, double *y, ptrdiff_t count);

/// The hyperbolic tangent likewise; it never stops.
ptrdiff_t neural_tanh_avx2(const double *x, double *y, ptrdiff_t count);
#endif
#endif
