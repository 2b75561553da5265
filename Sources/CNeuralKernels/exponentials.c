#include "CNeuralKernels.h"
#include "vectors.h"

#if defined(__x86_64__)
/// 1 / (1 + e^-x) for |x| < 708.
VECTOR logistic(__m256d x) {
    const __m256d e = exponential(_mm256_or_pd(constant(-0.0), x));
    const __m256d isNegative = _mm256_cmp_pd(x, _mm256_setzero_pd(), _CMP_LT_OQ);
    return _mm256_div_pd(_mm256_blendv_pd(constant(1), e, isNegative), add(constant(1), e));
}

/// a + b = *sum + *rest exactly.
__attribute__((target("avx2"), always_inline)) static inline void exact_sum(
    __m256d a, __m256d b, __m256d *sum, __m256d *rest) {
    *sum = add(a, b);
    const __m256d bb = sub(*sum, a);
    *rest = add(sub(a, sub(*sum, bb)), sub(b, bb));
}

/// The same where |a| >= |b| or a = 0.
__attribute__((target("avx2"), always_inline)) static inline void quick_sum(
    __m256d a, __m256d b, __m256d *sum, __m256d *rest) {
    const __m256d s = add(a, b);
    *rest = sub(b, sub(s, a));
    *sum = s;
}

/// e/(e + 2) with e = e^(2|x|) - 1, both as sums of two numbers.
VECTOR tangent(__m256d x) {
    const __m256d size = size_of(x);
    const __m256d twice = mul(constant(2), size);
    __m256d high, low, power, e, f, s, t;
    reduce(twice, &high, &low, &power);
    const __m256d r = sub(high, low);
    quick_sum(r, add(sub(sub(high, r), low), exponential_tail(r)), &e, &f);
    exact_sum(sub(power, constant(1)), mul(power, e), &s, &t);
    quick_sum(s, add(t, mul(power, f)), &e, &f);
    // (2 + e) + f
    __m256d u, v, w, z;
    exact_sum(constant(2), e, &s, &t);
    exact_sum(s, f, &u, &v);
    exact_sum(t, _mm256_setzero_pd(), &w, &z);
    quick_sum(u, add(v, w), &s, &t);
    quick_sum(s, add(t, z), &s, &t);
    // (e + f) / (s + t)
    const __m256d q = _mm256_div_pd(e, s);
    const __m256d p = mul(q, s);
    const __m256d tq = mul(constant(134217729), q), ts = mul(constant(134217729), s);
    const __m256d qh = sub(tq, sub(tq, q)), sh = sub(ts, sub(ts, s));
    const __m256d ql = sub(q, qh), sl = sub(s, sh);
    const __m256d error = add(add(add(sub(mul(qh, sh), p), mul(qh, sl)), mul(ql, sh)), mul(ql, sl));
    const __m256d rest = add(sub(sub(e, p), error), sub(f, mul(q, t)));
    __m256d value = add(q, _mm256_div_pd(rest, s));
    value = _mm256_blendv_pd(value, constant(1), _mm256_cmp_pd(size, constant(22), _CMP_GE_OQ));
    value = _mm256_or_pd(value, _mm256_and_pd(constant(-0.0), x));
    // Small ones are their own tangent, and so is what is no number.
    return _mm256_blendv_pd(value, x, _mm256_cmp_pd(size, constant(0x1p-28), _CMP_NGE_UQ));
}

__attribute__((target("avx2"))) ptrdiff_t neural_exp_avx2(const double *x, double *y, ptrdiff_t count) {
    FOR_ALL(exponential, 1)
}

__attribute__((target("avx2"))) ptrdiff_t neural_sigmoid_avx2(const double *x, double *y, ptrdiff_t count) {
    FOR_ALL(logistic, 1)
}

__attribute__((target("avx2"))) ptrdiff_t neural_tanh_avx2(const double *x, double *y, ptrdiff_t count) {
    FOR_ALL(tangent, 0)
}
#endif
