// tier: 2
// A state machine whose transitions are patterns of a tuple.
enum State: String, CaseIterable {
    case idle, running, paused, stopped
    enum Event { case start, pause, resume, stop }
    mutating func handle(_ e: Event) -> Bool {
        switch (self, e) {
        case (.idle, .start), (.paused, .resume): self = .running
        case (.running, .pause): self = .paused
        case (.running, .stop), (.paused, .stop): self = .stopped
        default: return false
        }
        return true
    }
}
var st = State.idle
for e in [State.Event.start, .pause, .start, .resume, .stop] {
    let ok = st.handle(e)
    print("\(e) -> \(st.rawValue) \(ok ? "✓" : "✗")")
}
// expect: start -> running ✓
// expect: pause -> paused ✓
// expect: start -> paused ✗
// expect: resume -> running ✓
// expect: stop -> stopped ✓
print(State.allCases.map(\.rawValue).joined(separator: ","))  // expect: idle,running,paused,stopped
print(State(rawValue: "paused")!, State(rawValue: "zzz") as Any)  // expect: paused nil
print(State.allCases.firstIndex(of: .stopped)!)  // expect: 3
