// tier: 1
// Averages, groups and letters from lists of grades.
struct Student {
    let name: String
    var grades: [Int]
    var average: Double { grades.isEmpty ? 0 : Double(grades.reduce(0, +)) / Double(grades.count) }
}
var students = [
    Student(name: "Ann", grades: [90, 80, 77]), Student(name: "Bob", grades: []),
    Student(name: "Cy", grades: [60, 70]),
]
students[1].grades.append(contentsOf: [100, 50])
let best = students.max { $0.average < $1.average }!
print(best.name, best.average)  // expect: Ann 82.33333333333333
for s in students where s.average > 70 { print("\(s.name.uppercased()): \(s.average)") }
// expect: ANN: 82.33333333333333
// expect: BOB: 75.0
let names = students.map(\.name).sorted(by: >)
print(names)  // expect: ["Cy", "Bob", "Ann"]
let byInitial = Dictionary(uniqueKeysWithValues: students.map { ($0.name.first!, $0) })
print(byInitial["B"]?.grades ?? [])  // expect: [100, 50]
let (high, low) = students.reduce(into: ([String](), [String]())) { acc, s in
    if s.average >= 75 { acc.0.append(s.name) } else { acc.1.append(s.name) }
}
print(high, low)  // expect: ["Ann", "Bob"] ["Cy"]
let stats = students.map { s -> (name: String, avg: Double) in (s.name, s.average) }
for (name, avg) in stats { print(name, avg) }
// expect: Ann 82.33333333333333
// expect: Bob 75.0
// expect: Cy 65.0
print(stats[0].name, stats.map { $0.avg }.max()!)  // expect: Ann 82.33333333333333
func letter(_ a: Double) -> Character {
    switch a {
    case 90...: "A"
    case 80..<90: "B"
    case 70..<80: "C"
    default: "F"
    }
}
print(students.map { letter($0.average) })  // expect: ["B", "C", "F"]
print(String(students.map { letter($0.average) }))  // expect: BCF
let summary = students.map { "\($0.name):\(Int($0.average.rounded()))" }.joined(separator: ", ")
print(summary)  // expect: Ann:82, Bob:75, Cy:65
