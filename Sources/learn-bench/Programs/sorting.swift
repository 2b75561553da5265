struct Student {
    var name: String
    var grade: Int
    var average: Double
}

func run() -> Int {
    var state = 7
    func next() -> Int {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        return state / 65536
    }
    var students: [Student] = []
    for _ in 0..<10_000 {
        students.append(Student(name: "s\(next() % 5000)", grade: next() % 12, average: Double(next() % 1000) / 10))
    }
    var total = 0
    for round in 0..<4 {
        let sorted = students.sorted { a, b in
            if a.grade != b.grade { return a.grade < b.grade }
            return a.average > b.average
        }
        total += Int(sorted[100 + round].average * 10) + sorted[2000].grade
        students.sort { $0.name < $1.name }
        total += students[round].name.count
        students.swapAt(round, 3000)
    }
    var numbers: [Int] = []
    for _ in 0..<60_000 { numbers.append(next()) }
    let down = numbers.sorted(by: >)
    let byLast = numbers.sorted { $0 % 1000 < $1 % 1000 }
    numbers.sort()
    return total + down[100] + byLast[10_000] % 1000 + numbers[5000]
}
print(run())
