#ifndef C_NEURAL_KERNELS_H
#define C_NEURAL_KERNELS_H

/// The one exception to pure Swift: threads, and for processors with AVX2, which Swift compiled for the x86-64 baseline
/// cannot use, matrix products and exponentials. Multiplications and additions stay separate instructions, and each number of a
/// product has one accumulator that takes the products in ascending order: the same bits as the Swift kernel.
#include <stddef.h>

#if defined(__x86_64__)
/// Whether this processor has AVX2, and it may be used: 0 or 1.
int neural_has_avx2(void);

/// Whether to do without it: for comparisons.
void neural_avoid_avx2(int is_wanted);

/// c = a b, or c + a b where `is_adding`, with a [rows, inner], b [inner, columns], c [rows, columns]. The numbers of a
/// stand at a + i a_row + k a_column, those of b at b + k b_row + j b_column, those of c at c + i c_row + j; c must not
/// overlap a or b.
void neural_matmul_avx2(const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b, ptrdiff_t b_row,
                        ptrdiff_t b_column, double *c, ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner,
                        ptrdiff_t columns, int is_adding);

/// e^x of `count` numbers, with the bits of Elementary.exp; y may be x. Stops before four numbers one of which is not
/// below 708 in size, and returns how many are done.
ptrdiff_t neural_exp_avx2(const double *x, double *y, ptrdiff_t count);

/// 1 / (1 + e^-x) likewise.
ptrdiff_t neural_sigmoid_avx2(const double *x, double *y, ptrdiff_t count);

/// The hyperbolic tangent likewise; it never stops.
ptrdiff_t neural_tanh_avx2(const double *x, double *y, ptrdiff_t count);

/// z/2 (1 + erf(z/sqrt 2)) likewise, with the bits of Activation.gelu; it never stops.
ptrdiff_t neural_gelu_avx2(const double *z, double *y, ptrdiff_t count);

/// g times the slope of gelu at z, whose value there is a; y may be any of them. Stops before four numbers one of which
/// is not below 37 in size, and where fewer than four are left.
ptrdiff_t neural_gelu_slopes_avx2(const double *z, const double *a, const double *g, double *y, ptrdiff_t count);

/// A step of Adam for parameters p with gradients g, by the formulas of UpdateSteps.swift; returns how many are done, all
/// but the last one to three.
ptrdiff_t neural_adam_avx2(double *p, const double *g, double *m, double *v, ptrdiff_t count, double beta1,
                           double beta2, double size, double scale, double epsilon);
#endif

/// How many threads share large pieces of work: 1 until someone says more, at most 16.
int neural_threads(void);
void neural_set_threads(int count);

/// Does parts 0 ..< `count` of a piece of work, each once, by as many threads as there may be; returns when all are done.
/// Called while another piece is under way, it does all parts itself.
void neural_parallel(int count, void (*work)(void *context, ptrdiff_t part), void *context);
#endif
