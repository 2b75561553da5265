import Elementary

extension Network {
    /// Learns from examples: `epochs` times through all of them, in batches (all at once without `batchSize`), in
    /// their order or, with `shuffleSeed`, shuffled anew each time.
    ///
    /// `validation` examples are measured after every epoch. With `patience`, training stops when their loss has not
    /// fallen for so many epochs, and in the end the network has the numbers of its best epoch. `clipLength` limits the
    /// length of the gradient. `rate` gives the learning rate of each epoch in place of the optimizer's. `progress`
    /// hears of every epoch. Where the loss is no longer finite, training stops, and the history says when.
    @discardableResult
    public func fit<Rule: Optimizer>(
        _ examples: Examples, loss: Loss, optimizer: Rule, epochs: Int, batchSize: Int? = nil,
        shuffleSeed: Int? = nil, validation: Examples? = nil, patience: Int? = nil, clipLength: Double? = nil,
        rate: ((Int) -> Double)? = nil, progress: ((Int, History) -> Void)? = nil
    ) -> History {
        checkSettings(epochs, batchSize, patience, validation, clipLength)
        var optimizer = optimizer
        var history = History()
        var generator = SeededGenerator(seed: shuffleSeed ?? 0)
        let source = ExampleSource(examples)
        let check = validation.map { ExampleSource($0) }
        let size = batchSize ?? examples.count
        for epoch in 0..<epochs {
            if let rate { optimizer.learningRate = rate(epoch) }
            let order = shuffleSeed == nil ? [] : generator.permutation(examples.count)
            learnOnce(source, order, size, loss, optimizer.rule, clipLength ?? 0, &history)
            measure(check, loss, patience, &history)
            if let progress { progress(epoch, history) }
            if history.divergedEpoch != nil || history.stoppedEarly { break }
        }
        if patience != nil && history.epochs > 0 { restoreBest() }
        return history
    }

    private func checkSettings(
        _ epochs: Int, _ batchSize: Int?, _ patience: Int?, _ validation: Examples?, _ clipLength: Double?
    ) {
        if epochs < 0 { EngineError.badArgument(name: "epochs", reason: "must not be negative").stop() }
        if let batchSize, batchSize <= 0 {
            EngineError.badArgument(name: "batchSize", reason: "must be above zero").stop()
        }
        if let patience, patience <= 0 {
            EngineError.badArgument(name: "patience", reason: "must be above zero").stop()
        }
        if patience != nil && validation == nil {
            EngineError.badArgument(name: "patience", reason: "needs validation examples").stop()
        }
        if let clipLength, !(clipLength > 0) {
            EngineError.badArgument(name: "clipLength", reason: "must be above zero").stop()
        }
    }

    /// One epoch: every example once.
    private func learnOnce(
        _ source: ExampleSource, _ order: [Int], _ size: Int, _ loss: Loss, _ rule: UpdateRule, _ clipLength: Double,
        _ history: inout History
    ) {
        var total = 0.0
        var right = 0
        var counted = 0
        var start = 0
        while start < source.count {
            let end = size < source.count - start ? start + size : source.count
            let value = trainingStep(source, start, end, order, loss, rule, clipLength)
            total += value * Double(end - start)
            if source.hasLabels {
                right += rightAnswers(loss)
                counted += countedAnswers(loss)
            }
            start = end
        }
        let mean = total / Double(source.count)
        history.loss.append(mean)
        if counted > 0 { history.accuracy.append(Double(right) / Double(counted)) }
        reportEpoch(history.epochs - 1, mean)
        if !mean.isFinite { history.divergedEpoch = history.epochs - 1 }
    }

    /// The loss on the validation examples, and whether it is time to stop.
    private func measure(_ check: ExampleSource?, _ loss: Loss, _ patience: Int?, _ history: inout History) {
        let epoch = history.epochs - 1
        if history.divergedEpoch != nil { return }
        guard let check else {
            if history.loss[epoch] < history.loss[history.bestEpoch] { history.bestEpoch = epoch }
            return
        }
        let evaluation = evaluation(check, loss)
        history.validationLoss.append(evaluation[0])
        if check.hasLabels { history.validationAccuracy.append(evaluation[1]) }
        if epoch == 0 || evaluation[0] < history.validationLoss[history.bestEpoch] {
            history.bestEpoch = epoch
            if patience != nil { saveBest() }
        } else if let patience, epoch - history.bestEpoch >= patience {
            history.stoppedEarly = true
        }
    }

    /// Learns from rows of inputs and of targets; see `fit` on `Examples` for more. Returns the loss of each epoch; where
    /// it is no longer finite, training stops and that loss is the last.
    @discardableResult
    public func fit<Rule: Optimizer>(
        _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError, optimizer: Rule, epochs: Int,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) -> [Double] {
        fit(
            Examples(inputs, targets), loss: loss, optimizer: optimizer, epochs: epochs, batchSize: batchSize,
            shuffleSeed: shuffleSeed
        ).loss
    }

    /// Learns from examples with one target each.
    @discardableResult
    public func fit<Rule: Optimizer>(
        _ inputs: [[Double]], _ targets: [Double], loss: Loss = .meanSquaredError, optimizer: Rule, epochs: Int,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) -> [Double] {
        fit(
            inputs, targets.map { [$0] }, loss: loss, optimizer: optimizer, epochs: epochs, batchSize: batchSize,
            shuffleSeed: shuffleSeed)
    }

    /// The loss of examples in evaluation, without the penalty on weights.
    public func evaluate(_ examples: Examples, _ loss: Loss) -> Double { evaluation(ExampleSource(examples), loss)[0] }

    /// The part of labelled examples whose class the network names, in evaluation.
    public func accuracy(_ examples: Examples) -> Double {
        guard let labels = examples.labels else {
            EngineError.badArgument(name: "accuracy", reason: "needs examples with labels").stop()
        }
        let named = predictClasses(examples.inputs)
        if named.count != labels.count {
            EngineError.countDiffers(of: "labels", expected: named.count, actual: labels.count).stop()
        }
        var right = 0
        var counted = 0
        for i in 0..<labels.count where labels[i] >= 0 {
            counted += 1
            if named[i] == labels[i] { right += 1 }
        }
        return Double(right) / Double(counted)
    }
}
