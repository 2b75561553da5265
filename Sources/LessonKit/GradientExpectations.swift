import Elementary

/// Expects slopes to be those that small nudges of a function measure: (f(x + h) − f(x − h)) / 2h for each x.
///
/// They may differ by `tolerance` times the largest of them. Two calls of the function a slope.
public func expectGradient(
    _ gradient: [Double], of function: ([Double]) -> Double, at point: [Double], step: Double = 1e-5,
    tolerance: Double = 1e-5, _ message: String = ""
) {
    var moved = point
    var measured: [Double] = []
    var largest = 1e-3
    for i in 0..<point.count {
        moved[i] = point[i] + step
        let above = function(moved)
        moved[i] = point[i] - step
        let slope = sevenDigits((above - function(moved)) / (2 * step))
        moved[i] = point[i]
        measured.append(slope)
        largest = max(largest, slope.magnitude)
    }
    expect(gradient, near: measured, tolerance: tolerance * largest, message)
}

/// Expects a slope to be the one that small nudges of a function measure.
public func expectGradient(
    _ slope: Double, of function: (Double) -> Double, at place: Double, step: Double = 1e-5, tolerance: Double = 1e-5,
    _ message: String = ""
) {
    let measured = sevenDigits((function(place + step) - function(place - step)) / (2 * step))
    expect(slope, near: measured, tolerance: tolerance * max(1e-3, measured.magnitude), message)
}

/// A measured number without the digits that the measuring made up.
private func sevenDigits(_ number: Double) -> Double {
    if number == 0 || !number.isFinite { return number }
    let scale = Elementary.pow(10, 6 - Elementary.log10(number.magnitude).rounded(.down))
    let rounded = (number * scale).rounded() / scale
    return rounded.isFinite ? rounded : number
}
