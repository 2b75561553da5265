// Four numbers at a time, by the operations of Elementary in their order: the same bits. No fused multiply-add.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define VECTOR __attribute__((target("avx2"), always_inline)) static inline __m256d

VECTOR constant(double x) { return _mm256_set1_pd(x); }
VECTOR add(__m256d a, __m256d b) { return _mm256_add_pd(a, b); }
VECTOR sub(__m256d a, __m256d b) { return _mm256_sub_pd(a, b); }
VECTOR mul(__m256d a, __m256d b) { return _mm256_mul_pd(a, b); }
VECTOR size_of(__m256d x) { return _mm256_andnot_pd(constant(-0.0), x); }

/// e^r - 1 - r for |r| <= 0.35.
VECTOR exponential_tail(__m256d r) {
    const __m256d r2 = mul(r, r);
    __m256d q = constant(1.0 / 6227020800.0);
    q = add(mul(q, r), constant(1.0 / 479001600.0));
    q = add(mul(q, r), constant(1.0 / 39916800.0));
    q = add(mul(q, r), constant(1.0 / 3628800.0));
    q = add(mul(q, r), constant(1.0 / 362880.0));
    q = add(mul(q, r), constant(1.0 / 40320.0));
    q = add(mul(q, r), constant(1.0 / 5040.0));
    q = add(mul(q, r), constant(1.0 / 720.0));
    q = add(mul(q, r), constant(1.0 / 120.0));
    q = add(mul(q, r), constant(1.0 / 24.0));
    q = add(mul(q, r), constant(1.0 / 6.0));
    return add(mul(constant(0.5), r2), mul(mul(r2, r), q));
}

/// x = k ln 2 + high - low, with 2^k beside.
__attribute__((target("avx2"), always_inline)) static inline void reduce(
    __m256d x, __m256d *high, __m256d *low, __m256d *power) {
    const __m256d shift = constant(0x1.8p52);
    const __m256d shifted = add(mul(x, constant(0x1.71547652b82fep0)), shift);
    const __m256d k = sub(shifted, shift);
    const __m256i integer = _mm256_sub_epi64(_mm256_castpd_si256(shifted), _mm256_castpd_si256(shift));
    *power = _mm256_castsi256_pd(_mm256_slli_epi64(_mm256_add_epi64(integer, _mm256_set1_epi64x(1023)), 52));
    *high = sub(x, mul(k, constant(0x1.62e42feep-1)));
    *low = mul(k, constant(0x1.a39ef35793c76p-33));
}

/// e^x for |x| < 708.
VECTOR exponential(__m256d x) {
    __m256d high, low, power;
    reduce(x, &high, &low, &power);
    const __m256d r = sub(high, low);
    const __m256d s = add(constant(1), r);
    const __m256d rest =
        add(add(sub(constant(1), s), r), add(sub(sub(high, r), low), exponential_tail(r)));
    return mul(add(s, rest), power);
}

/// Whether all four are below 708 in size.
__attribute__((target("avx2"), always_inline)) static inline int moderate(__m256d x) {
    return _mm256_movemask_pd(_mm256_cmp_pd(size_of(x), constant(708), _CMP_LT_OQ)) == 15;
}

#define FOR_ALL(function, stops)                                                                                      \
    ptrdiff_t i = 0;                                                                                                  \
    for (; i + 4 <= count; i += 4) {                                                                                  \
        const __m256d four = _mm256_loadu_pd(x + i);                                                                  \
        if (stops && !moderate(four)) return i;                                                                       \
        _mm256_storeu_pd(y + i, function(four));                                                                      \
    }                                                                                                                 \
    if (i < count) {                                                                                                  \
        double last[4] = {0};                                                                                         \
        memcpy(last, x + i, (size_t)(count - i) * sizeof(double));                                                    \
        const __m256d four = _mm256_loadu_pd(last);                                                                   \
        if (stops && !moderate(four)) return i;                                                                       \
        _mm256_storeu_pd(last, function(four));                                                                       \
        memcpy(y + i, last, (size_t)(count - i) * sizeof(double));                                                    \
    }                                                                                                                 \
    return count;
#endif
