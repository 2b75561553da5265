extension Elementary {
    /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
    ///
    /// Below ½ its own series; from there the Taylor series about the nearest eighth c, whose coefficients are
    /// Hermite polynomials: erf(c + t) = erf c + 2/√π e^(−c²) Σ (−1)ⁿ Hₙ(c) tⁿ⁺¹/(n + 1)!.
    public static func erf(_ x: Double) -> Double {
        if x.isNaN { return x }
        let size = x.magnitude
        if size >= 6 { return x < 0 ? -1 : 1 }
        if size < 0.5 { return x + x * smallErrorFunction(x * x) }
        let value = errorFunctionAboutEighth(size)
        return x < 0 ? -value : value
    }

    /// erf(x)/x − 1 for z = x² ≤ ¼.
    private static func smallErrorFunction(_ z: Double) -> Double {
        // (−1)ⁿ / (n! (2n + 1)), n = 13 … 1; they are scaled by 2/√π, and 2/√π − 1 comes last.
        var q = -1.0 / (6_227_020_800 * 27) * z
        q = (q + 1.0 / (479_001_600 * 25)) * z
        q = (q + -1.0 / (39_916_800 * 23)) * z
        q = (q + 1.0 / (3_628_800 * 21)) * z
        q = (q + -1.0 / (362_880 * 19)) * z
        q = (q + 1.0 / (40320 * 17)) * z
        q = (q + -1.0 / (5040 * 15)) * z
        q = (q + 1.0 / (720 * 13)) * z
        q = (q + -1.0 / (120 * 11)) * z
        q = (q + 1.0 / (24 * 9)) * z
        q = (q + -1.0 / (6 * 7)) * z
        q = (q + 1.0 / (2 * 5)) * z
        q = (q + -1.0 / 3) * z
        return 0x1.06eba8214db69p-3 + 0x1.20dd750429b6dp0 * q
    }

    private static func errorFunctionAboutEighth(_ x: Double) -> Double {
        let k = nearest(8 * x)
        let c = k * 0.125
        let t = x - c
        let (value, slope) = errorFunctionOfEighths[Int(k) - 4]
        // term = (−1)ⁿ Hₙ(c) tⁿ, of which each follows from the two before it.
        let first = -2 * (c * t)
        let second = -2 * (t * t)
        var previous = 0.0
        var term = 1.0
        var sum = 0.0
        @inline(__always)
        func add(_ factor: Double, _ weight: Double) {
            let next = first * term + (second * factor) * previous
            previous = term
            term = next
            sum += term * weight
        }
        add(0, 1.0 / 2)
        add(1, 1.0 / 6)
        add(2, 1.0 / 24)
        add(3, 1.0 / 120)
        add(4, 1.0 / 720)
        add(5, 1.0 / 5040)
        add(6, 1.0 / 40320)
        add(7, 1.0 / 362_880)
        add(8, 1.0 / 3_628_800)
        add(9, 1.0 / 39_916_800)
        add(10, 1.0 / 479_001_600)
        return value + slope * (t + t * sum)
    }

    /// erf c and 2/√π e^(−c²) at c = 4/8, 5/8, … 48/8.
    private static let errorFunctionOfEighths: [(Double, Double)] = [
        (0x1.0a7ef5c18edd2p-1, 0x1.c1efca49a5011p-1),
        (0x1.3f196dcd0f135p-1, 0x1.86e9694134b9ep-1),
        (0x1.6c1c9759d0e5fp-1, 0x1.492e42d78d2c5p-1),
        (0x1.91724951b8fc6p-1, 0x1.0cab61f084b93p-1),
        (0x1.af767a741088bp-1, 0x1.a911f096fbc26p-2),
        (0x1.c6dad2829ec62p-1, 0x1.45e99bcbb7915p-2),
        (0x1.d8865d98abe01p-1, 0x1.e4652fadcb6b2p-3),
        (0x1.e5768c3b4a3fcp-1, 0x1.5ce595c455b0ap-3),
        (0x1.eea5557137ae0p-1, 0x1.e723726b824a9p-4),
        (0x1.f4f693b67bd77p-1, 0x1.499d478bca735p-4),
        (0x1.f92d077f8d56dp-1, 0x1.b055303221015p-5),
        (0x1.fbe61eef4cf6ap-1, 0x1.12ceb37ff9bc3p-5),
        (0x1.fd9ae142795e3p-1, 0x1.529b9e8cf9a1ep-6),
        (0x1.fea4218d6594ap-1, 0x1.94624e78e0fafp-7),
        (0x1.ff404760319b4p-1, 0x1.d4143a9dfe965p-8),
        (0x1.ff9960f3eb327p-1, 0x1.06918b6355624p-8),
        (0x1.ffcaa8f4c9beap-1, 0x1.1d83170fbf6fbp-9),
        (0x1.ffe514bbdc197p-1, 0x1.2ce898809244ep-10),
        (0x1.fff2cfb0453d9p-1, 0x1.3360ccd23db3ap-11),
        (0x1.fff9ba420e834p-1, 0x1.30538fbb77ecdp-12),
        (0x1.fffd1ac4135f9p-1, 0x1.2408e9ba3327fp-13),
        (0x1.fffeb3ebb267bp-1, 0x1.0f9e1b4dd36dfp-14),
        (0x1.ffff6f9f67e55p-1, 0x1.e9b5e8d00ce77p-16),
        (0x1.ffffc316d9ed0p-1, 0x1.abe09e9144b5ep-17),
        (0x1.ffffe710d565ep-1, 0x1.6a597219a93dap-18),
        (0x1.fffff618c3da6p-1, 0x1.296a70f414053p-19),
        (0x1.fffffc2f171e3p-1, 0x1.d9371e2ff7c35p-21),
        (0x1.fffffe92ced93p-1, 0x1.6ce1aa3fd7bddp-22),
        (0x1.ffffff7b91176p-1, 0x1.10b1488aeb235p-23),
        (0x1.ffffffd169d0cp-1, 0x1.8b0cfce0579e0p-25),
        (0x1.fffffff01a8b6p-1, 0x1.155a09065d4f7p-26),
        (0x1.fffffffabd229p-1, 0x1.7974e743dea3dp-28),
        (0x1.fffffffe4fa30p-1, 0x1.f1e3523b41d7dp-30),
        (0x1.ffffffff79626p-1, 0x1.3e44e45301b92p-31),
        (0x1.ffffffffd759dp-1, 0x1.8a61745ec7d1dp-33),
        (0x1.fffffffff4188p-1, 0x1.d9a880f306bd8p-35),
        (0x1.fffffffffc9e8p-1, 0x1.13af4f04f9998p-36),
        (0x1.ffffffffff11ap-1, 0x1.370ab8327af5ep-38),
        (0x1.ffffffffffc05p-1, 0x1.5422ef5d8949dp-40),
        (0x1.ffffffffffef8p-1, 0x1.68823e52970bep-42),
        (0x1.fffffffffffbep-1, 0x1.7258610b3b233p-44),
        (0x1.ffffffffffff0p-1, 0x1.70beaf9c7ffb6p-46),
        (0x1.ffffffffffffcp-1, 0x1.63daf8b4b1e0cp-48),
        (0x1.fffffffffffffp-1, 0x1.4cd9c04158cd7p-50),
        (0x1.0000000000000p0, 0x1.2dc119095729fp-52),
    ]
}
