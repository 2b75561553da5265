#include "CNeuralKernels.h"
#include "vectors.h"

// The error function and what is made of it, as in Elementary's ErrorFunction.swift and in Activation.swift.

#if defined(__x86_64__)

/// erf c at c = 4/8, 5/8 ... 48/8.
static const double values[] = {
    0x1.0a7ef5c18edd2p-1, 0x1.3f196dcd0f135p-1, 0x1.6c1c9759d0e5fp-1, 0x1.91724951b8fc6p-1, 0x1.af767a741088bp-1,
    0x1.c6dad2829ec62p-1, 0x1.d8865d98abe01p-1, 0x1.e5768c3b4a3fcp-1, 0x1.eea5557137ae0p-1, 0x1.f4f693b67bd77p-1,
    0x1.f92d077f8d56dp-1, 0x1.fbe61eef4cf6ap-1, 0x1.fd9ae142795e3p-1, 0x1.fea4218d6594ap-1, 0x1.ff404760319b4p-1,
    0x1.ff9960f3eb327p-1, 0x1.ffcaa8f4c9beap-1, 0x1.ffe514bbdc197p-1, 0x1.fff2cfb0453d9p-1, 0x1.fff9ba420e834p-1,
    0x1.fffd1ac4135f9p-1, 0x1.fffeb3ebb267bp-1, 0x1.ffff6f9f67e55p-1, 0x1.ffffc316d9ed0p-1, 0x1.ffffe710d565ep-1,
    0x1.fffff618c3da6p-1, 0x1.fffffc2f171e3p-1, 0x1.fffffe92ced93p-1, 0x1.ffffff7b91176p-1, 0x1.ffffffd169d0cp-1,
    0x1.fffffff01a8b6p-1, 0x1.fffffffabd229p-1, 0x1.fffffffe4fa30p-1, 0x1.ffffffff79626p-1, 0x1.ffffffffd759dp-1,
    0x1.fffffffff4188p-1, 0x1.fffffffffc9e8p-1, 0x1.ffffffffff11ap-1, 0x1.ffffffffffc05p-1, 0x1.ffffffffffef8p-1,
    0x1.fffffffffffbep-1, 0x1.ffffffffffff0p-1, 0x1.ffffffffffffcp-1, 0x1.fffffffffffffp-1, 0x1.0000000000000p0,
};

/// 2/sqrt(pi) e^(-c^2) at the same places.
static const double slopes[] = {
    0x1.c1efca49a5011p-1, 0x1.86e9694134b9ep-1, 0x1.492e42d78d2c5p-1, 0x1.0cab61f084b93p-1, 0x1.a911f096fbc26p-2,
    0x1.45e99bcbb7915p-2, 0x1.e4652fadcb6b2p-3, 0x1.5ce595c455b0ap-3, 0x1.e723726b824a9p-4, 0x1.499d478bca735p-4,
    0x1.b055303221015p-5, 0x1.12ceb37ff9bc3p-5, 0x1.529b9e8cf9a1ep-6, 0x1.94624e78e0fafp-7, 0x1.d4143a9dfe965p-8,
    0x1.06918b6355624p-8, 0x1.1d83170fbf6fbp-9, 0x1.2ce898809244ep-10, 0x1.3360ccd23db3ap-11, 0x1.30538fbb77ecdp-12,
    0x1.2408e9ba3327fp-13, 0x1.0f9e1b4dd36dfp-14, 0x1.e9b5e8d00ce77p-16, 0x1.abe09e9144b5ep-17,
    0x1.6a597219a93dap-18, 0x1.296a70f414053p-19, 0x1.d9371e2ff7c35p-21, 0x1.6ce1aa3fd7bddp-22,
    0x1.10b1488aeb235p-23, 0x1.8b0cfce0579e0p-25, 0x1.155a09065d4f7p-26, 0x1.7974e743dea3dp-28,
    0x1.f1e3523b41d7dp-30, 0x1.3e44e45301b92p-31, 0x1.8a61745ec7d1dp-33, 0x1.d9a880f306bd8p-35,
    0x1.13af4f04f9998p-36, 0x1.370ab8327af5ep-38, 0x1.5422ef5d8949dp-40, 0x1.68823e52970bep-42,
    0x1.7258610b3b233p-44, 0x1.70beaf9c7ffb6p-46, 0x1.63daf8b4b1e0cp-48, 0x1.4cd9c04158cd7p-50,
    0x1.2dc119095729fp-52,
};

/// erf x for |x| < 1/2.
VECTOR small_error_function(__m256d x) {
    const __m256d z = mul(x, x);
    __m256d q = mul(constant(-1.0 / (6227020800.0 * 27)), z);
#define STEP(term) q = mul(add(q, constant(term)), z);
    STEP(1.0 / (479001600.0 * 25))
    STEP(-1.0 / (39916800.0 * 23))
    STEP(1.0 / (3628800.0 * 21))
    STEP(-1.0 / (362880.0 * 19))
    STEP(1.0 / (40320.0 * 17))
    STEP(-1.0 / (5040.0 * 15))
    STEP(1.0 / (720.0 * 13))
    STEP(-1.0 / (120.0 * 11))
    STEP(1.0 / (24.0 * 9))
    STEP(-1.0 / (6.0 * 7))
    STEP(1.0 / (2.0 * 5))
    STEP(-1.0 / 3.0)
#undef STEP
    const __m256d rest = add(constant(0x1.06eba8214db69p-3), mul(constant(0x1.20dd750429b6dp0), q));
    return add(x, mul(x, rest));
}

/// erf x for 1/2 <= x < 6.
VECTOR large_error_function(__m256d x) {
    const __m256d shift = constant(0x1.8p52);
    const __m256d shifted = add(mul(constant(8), x), shift);
    const __m256d k = sub(shifted, shift);
    const __m256i place = _mm256_sub_epi64(
        _mm256_sub_epi64(_mm256_castpd_si256(shifted), _mm256_castpd_si256(shift)), _mm256_set1_epi64x(4));
    const __m256d c = mul(k, constant(0.125));
    const __m256d t = sub(x, c);
    const __m256d first = mul(constant(-2), mul(c, t)), second = mul(constant(-2), mul(t, t));
    __m256d previous = constant(0), term = constant(1), sum = constant(0), next;
#define STEP(factor, weight)                                                                                          \
    next = add(mul(first, term), mul(mul(second, constant(factor)), previous));                                       \
    previous = term;                                                                                                  \
    term = next;                                                                                                      \
    sum = add(sum, mul(term, constant(weight)));
    STEP(0, 1.0 / 2)
    STEP(1, 1.0 / 6)
    STEP(2, 1.0 / 24)
    STEP(3, 1.0 / 120)
    STEP(4, 1.0 / 720)
    STEP(5, 1.0 / 5040)
    STEP(6, 1.0 / 40320)
    STEP(7, 1.0 / 362880)
    STEP(8, 1.0 / 3628800)
    STEP(9, 1.0 / 39916800)
    STEP(10, 1.0 / 479001600)
#undef STEP
    const __m256d value = _mm256_i64gather_pd(values, place, 8), slope = _mm256_i64gather_pd(slopes, place, 8);
    return add(value, mul(slope, add(t, mul(t, sum))));
}

VECTOR error_function(__m256d x) {
    const __m256d size = size_of(x);
    const __m256d is_small = _mm256_cmp_pd(size, constant(0.5), _CMP_LT_OQ);
    const __m256d is_over = _mm256_cmp_pd(size, constant(6), _CMP_GE_OQ);
    // What is small, over or no number is put where the table has a place.
    const __m256d is_other = _mm256_or_pd(is_small, _mm256_cmp_pd(size, constant(6), _CMP_NLT_UQ));
    __m256d y = large_error_function(_mm256_blendv_pd(size, constant(1), is_other));
    y = _mm256_blendv_pd(y, constant(1), is_over);
    y = _mm256_or_pd(y, _mm256_and_pd(constant(-0.0), x));
    y = _mm256_blendv_pd(y, small_error_function(x), is_small);
    return _mm256_blendv_pd(y, x, _mm256_cmp_pd(x, x, _CMP_UNORD_Q));
}

VECTOR gelu(__m256d z) {
    const __m256d both = add(constant(1), error_function(mul(z, constant(0x1.6a09e667f3bcdp-1))));
    return mul(mul(constant(0.5), z), both);
}

__attribute__((target("avx2"))) ptrdiff_t neural_gelu_avx2(const double *x, double *y, ptrdiff_t count) {
    FOR_ALL(gelu, 0)
}

__attribute__((target("avx2"))) ptrdiff_t neural_gelu_slopes_avx2(
    const double *z, const double *a, const double *g, double *y, ptrdiff_t count) {
    ptrdiff_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256d x = _mm256_loadu_pd(z + i);
        const __m256d power = mul(mul(constant(-0.5), x), x);
        if (!moderate(power)) return i;
        const __m256d density = mul(constant(0x1.9884533d43651p-2), exponential(power));
        const __m256d is_tiny = _mm256_cmp_pd(size_of(x), constant(0x1p-900), _CMP_LT_OQ);
        const __m256d share = _mm256_blendv_pd(_mm256_div_pd(_mm256_loadu_pd(a + i), x), constant(0.5), is_tiny);
        _mm256_storeu_pd(y + i, mul(_mm256_loadu_pd(g + i), add(share, mul(x, density))));
    }
    return i;
}
#endif
