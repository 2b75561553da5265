import Elementary
import LessonModel

/// Chooses among the steps of a run: few enough for a page, and none that matters left out.
///
/// A site of the program is shown when it comes up first, when a sign turns there, and when it comes up last; where
/// there is no room for all of that, lines go before calls, calls before parts of expressions, first visits before last
/// ones. The first and the last step of the lesson are never left out, nor, outside functions and in cells that ask to be
/// traced, each site's first turn of a sign.
public struct KeyFrames {
    public struct Limits: Sendable {
        public var frames: Int
        /// Of the JSON of differences.
        public var bytes: Int

        public init(frames: Int, bytes: Int) {
            self.frames = frames
            self.bytes = bytes
        }

        /// For a page that holds one lesson.
        public static let page = Limits(frames: 300, bytes: 150_000)
    }

    private struct Choice {
        var cell: Int
        var moment: Int64
        var rank: Int
        var turnsSign: Bool
    }

    /// Runs a lesson and gives its key frames. Takes hardly longer than the run.
    public static func trace(
        of document: Document, options: RunOptions = RunOptions(), limits: Limits = .page,
        sentence: (StepFrame, StepFrame?, TracedPass?) -> String = { _, _, _ in "" }
    ) -> StepTrace {
        trace(of: LessonStepper(document, options: options), limits: limits, sentence: sentence)
    }

    /// The same for cells of a stepper's lesson that has not been begun; of all cells unless some are named.
    public static func trace(
        of stepper: LessonStepper, cells: [Int]? = nil, limits: Limits = .page,
        sentence: (StepFrame, StepFrame?, TracedPass?) -> String = { _, _, _ in "" }
    ) -> StepTrace {
        var keys = KeyFrames(stepper: stepper, limits: limits)
        keys.survey(cells)
        keys.sort()
        var count = limits.frames
        while true {
            let trace = keys.build(keys.chosen(count), sentence)
            let bytes = trace.json(.differences, numberText: Elementary.describe).count
            if bytes <= limits.bytes || count <= keys.needed { return trace }
            count = max(keys.needed, min(count - 1, count * limits.bytes / bytes))
        }
    }

    private let stepper: LessonStepper
    private let limits: Limits
    private var choices: [Choice] = []
    private var surveyed: [(cell: Int, steps: Int64)] = []
    private var needed = 0
    /// What there is to see at the moments of choice. Looked at while their cell is the latest one: networks that later
    /// cells have used no longer tell what they did.
    private var seen: [Int64: LessonStepper.Moment] = [:]

    private init(stepper: LessonStepper, limits: Limits) {
        self.stepper = stepper
        self.limits = limits
    }

    // MARK: Choosing

    /// A cell that does not take more is run again for the steps that only its end tells about.
    private static let cheapCell: Int64 = 300_000
    /// So many moments of one cell are looked at, where a page is to be filled.
    private static let roomOfCell = 150

    private mutating func survey(_ cells: [Int]?) {
        let isThorough = limits.frames > Limits.page.frames
        let room = isThorough ? limits.frames : min(limits.frames, Self.roomOfCell)
        let survey = StepSurvey(stepper, room: room)
        while survey.runToNextCell() {
            if let cells, !cells.contains(stepper.cell) { continue }
            surveyed.append((stepper.cell, stepper.stepCount))
            let first = choices.count
            let isTraced = stepper.document.cells[stepper.cell].options.trace == true
            add(stepper.start + 1, rank: 1, false)
            add(stepper.start + stepper.stepCount, rank: 1, false)
            for site in survey.order {
                guard let visits = survey.sites[site] else { continue }
                if let turn = visits.turn { add(turn, rank: Self.rankOfTurn(site, visits, isTraced: isTraced), true) }
                let rank = Self.rank(site, visits, isTraced: isTraced)
                add(visits.first, rank: rank, false)
                if visits.last != visits.first { add(visits.last, rank: rank + 6, false) }
            }
            for moment in survey.seen.keys { seen[moment] = survey.seen[moment] }
            let isCheap = isThorough || stepper.recording.cells[stepper.cell].counts.steps <= Self.cheapCell
            if isCheap { look(at: choices[first...], room: room) }
            forgetUnseen(from: first)
        }
    }

    /// What nobody looked at cannot be chosen.
    private mutating func forgetUnseen(from first: Int) {
        var kept = Array(choices[..<first])
        for choice in choices[first...] where seen[choice.moment] != nil { kept.append(choice) }
        choices = kept
    }

    /// Looks at the best choices of a cell.
    private mutating func look(at choices: ArraySlice<Choice>, room: Int) {
        var ranked = Array(choices)
        ranked.sort { ($0.rank, $0.moment) < ($1.rank, $1.moment) }
        var moments: [Int64] = []
        for choice in ranked.prefix(room) { moments.append(choice.moment) }
        for moment in moments.sorted() where seen[moment] == nil {
            stepper.go(toMoment: moment)
            seen[moment] = stepper.moment
        }
    }

    private mutating func add(_ moment: Int64, rank: Int, _ turnsSign: Bool) {
        choices.append(Choice(cell: stepper.cell, moment: moment, rank: rank, turnsSign: turnsSign))
    }

    /// In a training nearly every slope turns its sign some time; that must not push out what the lesson is about.
    private static func rankOfTurn(_ site: StepSite, _ visits: StepSurvey.Visits, isTraced: Bool) -> Int {
        switch site.kind {
        case .forward, .loss, .backward, .update, .epoch: isTraced ? 0 : 4
        case .line, .expression, .call, .return: visits.depth == 0 ? 0 : 4
        }
    }

    private static func rank(_ site: StepSite, _ visits: StepSurvey.Visits, isTraced: Bool) -> Int {
        switch site.kind {
        case .line: visits.depth == 0 ? 3 : 5
        case .forward, .loss, .backward, .update: isTraced && visits.pass == 0 ? 2 : 4
        case .epoch: 3
        case .call, .return: 6
        case .expression: visits.depth == 0 ? 5 : 7
        }
    }

    /// By rank, and within a rank by time; a moment stands once, at its best rank.
    private mutating func sort() {
        choices.sort { ($0.moment, $0.rank) < ($1.moment, $1.rank) }
        var merged: [Choice] = []
        for choice in choices {
            if let last = merged.last, last.moment == choice.moment {
                merged[merged.count - 1].turnsSign = last.turnsSign || choice.turnsSign
            } else {
                merged.append(choice)
            }
        }
        if !merged.isEmpty {
            merged[0].rank = -1
            merged[merged.count - 1].rank = -1
        }
        choices = merged
        for choice in choices where choice.rank <= 0 { needed += 1 }
    }

    private func chosen(_ count: Int) -> [Choice] {
        var ranked = choices
        ranked.sort { ($0.rank, $0.moment) < ($1.rank, $1.moment) }
        var kept = Array(ranked.prefix(max(count, needed)))
        if kept.count > limits.frames { kept = Array(kept.prefix(limits.frames)) }
        kept.sort { $0.moment < $1.moment }
        return kept
    }

    // MARK: Building

    private func build(_ choices: [Choice], _ sentence: (StepFrame, StepFrame?, TracedPass?) -> String) -> StepTrace {
        var trace = StepTrace(lesson: stepper.document.fileName, title: stepper.document.title)
        var writer = TraceBuilder(keepsLargePasses: limits.frames > Limits.page.frames)
        for choice in choices {
            guard var moment = seen[choice.moment] else { continue }
            moment.frame.turnsSign = choice.turnsSign
            writer.add(moment, to: &trace)
        }
        for (cell, steps) in surveyed {
            var shown: Int64 = 0
            for choice in choices where choice.cell == cell { shown += 1 }
            if shown < steps {
                trace.leftOut.append(
                    StepOmission(cell: cell, steps: steps, shown: shown, reason: "repetitions, and details"))
            }
        }
        trace.setSentences(sentence)
        return trace
    }
}

/// Puts moments into a trace, and each pass of the engine once.
struct TraceBuilder {
    /// The numbers of a large network say nothing on a page, and would take the room of its steps.
    private static let largePass = 1000

    private var indexes: [Int64: Int] = [:]
    private let keepsLargePasses: Bool

    init(keepsLargePasses: Bool = true) { self.keepsLargePasses = keepsLargePasses }

    mutating func add(_ moment: LessonStepper.Moment, to trace: inout StepTrace) {
        var frame = moment.frame
        if frame.network != nil, !keepsLargePasses, let pass = moment.whole, Self.isLarge(pass) {
            frame.network?.pass = -1
        } else if frame.network != nil, let id = moment.passID, let pass = moment.whole {
            if let index = indexes[id] {
                trace.update(pass, at: index)
            } else {
                indexes[id] = trace.add(pass)
            }
            frame.network?.pass = indexes[id] ?? 0
        }
        trace.append(frame)
    }

    private static func isLarge(_ pass: TracedPass) -> Bool {
        var weights = pass.inputs.count
        for layer in pass.layers { for row in layer.weights { weights += row.count } }
        return weights > largePass
    }
}
