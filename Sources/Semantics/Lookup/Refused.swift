extension Checker {
    /// Functions of real Swift that cells do not have: named in the refusal.
    static let refusedFunctions: [String: String] = [
        "readLine": "reading input (readLine)", "type": "type(of:)", "withUnsafePointer": "an unsafe pointer",
        "withUnsafeMutablePointer": "an unsafe pointer", "withUnsafeBytes": "an unsafe pointer",
        "unsafeBitCast": "unsafeBitCast", "exit": "ending the process (exit)", "abort": "ending the process (abort)",
        "sleep": "waiting (sleep)", "usleep": "waiting (usleep)", "dump": "dump", "arc4random": "unseeded randomness",
        "withCheckedContinuation": "concurrency", "withTaskGroup": "concurrency",
    ]
}
