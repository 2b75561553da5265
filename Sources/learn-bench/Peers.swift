import Foundation

/// The same training steps by a Python with NumPy and PyTorch.
enum Peers {
    struct Failure: Error, CustomStringConvertible { let description: String }

    /// Microseconds a step by the work's name and by "numpy" or "torch".
    static func measure(_ python: String) throws -> [String: [String: Double]] {
        try run(python, program, ["OMP_NUM_THREADS": "2"])
            .merging(run(python, products, ["OPENBLAS_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Haswell"])) { $1 }
    }

    private static func run(
        _ python: String, _ program: String, _ settings: [String: String]
    ) throws -> [String: [String: Double]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "-c", timing + program]
        process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "\(python) could not measure") }
        var result: [String: [String: Double]] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t")
            if fields.count == 3, let time = Double(fields[2]) {
                result[String(fields[0]), default: [:]][String(fields[1])] = time
            }
        }
        return result
    }

    private static let timing = #"""
        import time

        import numpy as np


        def measure(name, peer, step):
            for _ in range(3):
                step()
            count, times = 1, []
            while len(times) < 5:
                start = time.perf_counter()
                for _ in range(count):
                    step()
                elapsed = time.perf_counter() - start
                if elapsed < 0.2 and not times:
                    count = max(count * 2, int(count * 0.22 / max(elapsed, 1e-6)))
                    continue
                times.append(elapsed / count * 1e6)
            print(name, peer, sorted(times)[2], sep="\t", flush=True)


        """#

    /// The product of two matrices, by their size.
    private static let products = #"""
        for size in [64, 128, 256, 512]:
            a = (np.arange(size * size) % 7 - 3.0).reshape(size, size)
            measure("product", size, lambda: a @ a)
        """#

    private static let program = #"""
        import torch
        import torch.nn as nn

        torch.set_default_dtype(torch.float64)
        torch.set_num_threads(2)
        torch.manual_seed(1)


        def by_torch(name, model, x, target, loss, optimizer):
            def step():
                optimizer.zero_grad()
                y = model(x)
                loss(y.reshape(-1, y.shape[-1]) if target.dim() == 1 else y, target).backward()
                optimizer.step()

            measure(name, "torch", step)


        def by_numpy(name, sizes, rows, is_tanh, is_adam):
            ws = [np.random.randn(n, m) * 0.1 for n, m in zip(sizes, sizes[1:])]
            bs = [np.zeros(m) for m in sizes[1:]]
            ps = ws + bs
            ms, vs = [np.zeros_like(p) for p in ps], [np.zeros_like(p) for p in ps]
            x, t = np.random.randn(rows, sizes[0]), np.random.randn(rows, sizes[-1])
            count = 0

            def step():
                nonlocal count
                activations, a = [x], x
                for i, (w, b) in enumerate(zip(ws, bs)):
                    a = a @ w + b
                    if i < len(ws) - 1:
                        a = np.tanh(a) if is_tanh else np.maximum(a, 0)
                    activations.append(a)
                difference = a - t
                (difference * difference).mean()
                d = 2 / difference.size * difference
                gw, gb = [None] * len(ws), [None] * len(ws)
                for i in reversed(range(len(ws))):
                    gw[i], gb[i] = activations[i].T @ d, d.sum(0)
                    if i > 0:
                        d = d @ ws[i].T
                        d *= 1 - activations[i] ** 2 if is_tanh else activations[i] > 0
                if not is_adam:
                    for p, g in zip(ps, gw + gb):
                        p -= 0.01 * g
                    return
                count += 1
                size, scale = 0.001 / (1 - 0.9 ** count), (1 - 0.999 ** count) ** 0.5
                for p, g, m, v in zip(ps, gw + gb, ms, vs):
                    m *= 0.9
                    m += 0.1 * g
                    v *= 0.999
                    v += 0.001 * g * g
                    p -= size * m / (np.sqrt(v) / scale + 1e-8)

            measure(name, "numpy", step)


        def dense(name, sizes, rows, is_tanh, is_adam):
            by_numpy(name, sizes, rows, is_tanh, is_adam)
            layers = []
            for i in range(len(sizes) - 1):
                layers.append(nn.Linear(sizes[i], sizes[i + 1]))
                if i < len(sizes) - 2:
                    layers.append(nn.Tanh() if is_tanh else nn.ReLU())
            model = nn.Sequential(*layers)
            make = torch.optim.Adam(model.parameters()) if is_adam else torch.optim.SGD(model.parameters(), lr=0.01)
            x, t = torch.randn(rows, sizes[0]), torch.randn(rows, sizes[-1])
            by_torch(name, model, x, t, nn.functional.mse_loss, make)


        class LSTM(nn.Module):
            def __init__(self):
                super().__init__()
                self.lstm, self.out = nn.LSTM(16, 32, batch_first=True), nn.Linear(32, 10)

            def forward(self, x):
                return self.out(self.lstm(x)[0][:, -1])


        def classes(name, model, x, count):
            t = torch.arange(count) % 10
            by_torch(name, model, x, t, nn.functional.cross_entropy, torch.optim.Adam(model.parameters()))


        dense("2-4-1 XOR, 4, SGD", [2, 4, 1], 4, True, False)
        dense("4-16-16-3, 32, Adam", [4, 16, 16, 3], 32, False, True)
        dense("64-128-10, 64, SGD", [64, 128, 10], 64, False, False)
        dense("784-256-10, 64, SGD", [784, 256, 10], 64, False, False)
        cnn = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3), nn.ReLU(),
                            nn.Flatten(), nn.Linear(16, 10))
        classes("digits CNN, 32, Adam", cnn, torch.randn(32, 1, 8, 8), 32)
        classes("LSTM 32, 16 × 32, 16", LSTM(), torch.randn(16, 32, 16), 16)
        block = nn.TransformerEncoderLayer(32, 4, 128, dropout=0, activation="gelu", batch_first=True, norm_first=True)
        classes("transformer 32, 4 heads, 32, 8", nn.Sequential(block, nn.Linear(32, 10)), torch.randn(8, 32, 32), 256)
        """#
}
