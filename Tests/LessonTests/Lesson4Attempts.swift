/// Mistakes that readers of lesson 4 make.
extension Attempts {
    static let lesson4 = stopEpoch + pricedStep + f1 + groupErrors

    private static let stopEpoch = [
        Attempt(
            name: "the lowest of all, without patience", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    var best = 0
                    for epoch in losses.indices where losses[epoch] < losses[best] { best = epoch }
                    return best
                }
                """),
        Attempt(
            name: "stops at the first rise", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    for epoch in 1..<losses.count where losses[epoch] > losses[epoch - 1] { return epoch - 1 }
                    return losses.count - 1
                }
                """),
        Attempt(
            name: "the epoch where it stopped", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    var best = 0
                    for epoch in losses.indices {
                        if losses[epoch] < losses[best] {
                            best = epoch
                        } else if epoch - best >= patience {
                            return epoch
                        }
                    }
                    return best
                }
                """),
        Attempt(
            name: "counts all bad epochs", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    var best = 0, bad = 0
                    for epoch in losses.indices.dropFirst() {
                        if losses[epoch] < losses[best] { best = epoch } else { bad += 1 }
                        if bad == patience { break }
                    }
                    return best
                }
                """),
        Attempt(
            name: "waits one epoch too long", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    var best = 0
                    for epoch in losses.indices {
                        if losses[epoch] < losses[best] { best = epoch }
                        if epoch - best > patience { break }
                    }
                    return best
                }
                """),
        Attempt(
            name: "as low counts as lower", exercise: "stop-epoch",
            source: """
                func bestEpoch(_ losses: [Double], patience: Int) -> Int {
                    var best = 0
                    for epoch in losses.indices {
                        if losses[epoch] <= losses[best] { best = epoch } else if epoch - best >= patience { break }
                    }
                    return best
                }
                """),
    ]

    private static let pricedStep = [
        priced("the 2 is forgotten", "w - rate * (slope + lambda * w)"),
        priced("the price pushes away from 0", "w - rate * (slope - 2 * lambda * w)"),
        priced("the rate multiplies the slope alone", "w - rate * slope - 2 * lambda * w"),
        priced("the price itself, not its slope", "w - rate * (slope + lambda * w * w)"),
        priced("the same pull for all, as by |w|", "w - rate * (slope + (w < 0 ? -2 : 2) * lambda)"),
    ]

    private static func priced(_ name: String, _ result: String) -> Attempt {
        Attempt(
            name: name, exercise: "priced-step",
            source: """
                func pricedStep(_ w: Double, slope: Double, rate: Double, lambda: Double) -> Double {
                    \(result)
                }
                """)
    }

    private static let f1 = [
        score("the mean of both", "if hits == 0 { return 0 }", "(precision + recall) / 2"),
        score("the 2 is forgotten", "if hits == 0 { return 0 }", "precision * recall / (precision + recall)"),
        score("0 divided by 0", "", "2 * precision * recall / (precision + recall)"),
        score("precision alone", "if hits == 0 { return 0 }", "precision"),
        score("recall alone", "if hits == 0 { return 0 }", "recall"),
        Attempt(
            name: "whole numbers divided", exercise: "f1",
            source: """
                func f1(hits: Int, falseAlarms: Int, missed: Int) -> Double {
                    if hits == 0 { return 0 }
                    let precision = Double(hits / (hits + falseAlarms))
                    let recall = Double(hits / (hits + missed))
                    return 2 * precision * recall / (precision + recall)
                }
                """),
    ]

    private static func score(_ name: String, _ first: String, _ result: String) -> Attempt {
        Attempt(
            name: name + " (F1)", exercise: "f1",
            source: """
                func f1(hits: Int, falseAlarms: Int, missed: Int) -> Double {
                    \(first)
                    let precision = Double(hits) / Double(hits + falseAlarms)
                    let recall = Double(hits) / Double(hits + missed)
                    return \(result)
                }
                """)
    }

    private static let groupErrors = [
        errors("divided by all", "groups[i] == group", "predicted[i] != actual[i]", "Double(groups.count)"),
        errors("of everyone", "true", "predicted[i] != actual[i]", "Double(members)"),
        errors("the right ones counted", "groups[i] == group", "predicted[i] == actual[i]", "Double(members)"),
        errors("only false alarms", "groups[i] == group", "predicted[i] > actual[i]", "Double(members)"),
        Attempt(
            name: "nobody divided by nobody", exercise: "group-errors",
            source: """
                func errorRate(of group: String, groups: [String], predicted: [Int], actual: [Int]) -> Double {
                    var members = 0.0, wrong = 0.0
                    for i in groups.indices where groups[i] == group {
                        members += 1
                        if predicted[i] != actual[i] { wrong += 1 }
                    }
                    return wrong / members
                }
                """),
    ]

    private static func errors(_ name: String, _ member: String, _ isWrong: String, _ all: String) -> Attempt {
        Attempt(
            name: name, exercise: "group-errors",
            source: """
                func errorRate(of group: String, groups: [String], predicted: [Int], actual: [Int]) -> Double {
                    var members = 0, wrong = 0
                    for i in groups.indices where \(member) {
                        members += 1
                        if \(isWrong) { wrong += 1 }
                    }
                    return members == 0 ? 0 : Double(wrong) / \(all)
                }
                """)
    }
}
