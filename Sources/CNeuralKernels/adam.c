#include "CNeuralKernels.h"
#include "vectors.h"

#if defined(__x86_64__)
__attribute__((target("avx2"))) ptrdiff_t neural_adam_avx2(
    double *p, const double *g, double *m, double *v, ptrdiff_t count, double beta1, double beta2, double size,
    double scale, double epsilon) {
    ptrdiff_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256d slope = _mm256_loadu_pd(g + i);
        const __m256d mean =
            add(mul(constant(beta1), _mm256_loadu_pd(m + i)), mul(constant(1 - beta1), slope));
        const __m256d square =
            add(mul(constant(beta2), _mm256_loadu_pd(v + i)), mul(mul(constant(1 - beta2), slope), slope));
        _mm256_storeu_pd(m + i, mean);
        _mm256_storeu_pd(v + i, square);
        const __m256d root = add(_mm256_div_pd(_mm256_sqrt_pd(square), constant(scale)), constant(epsilon));
        const __m256d step = _mm256_div_pd(mul(constant(size), mean), root);
        _mm256_storeu_pd(p + i, sub(_mm256_loadu_pd(p + i), step));
    }
    return i;
}
#endif
