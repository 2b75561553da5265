local function run()
  local state = 7
  local function next()
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536
  end
  local students = {}
  for i = 1, 10000 do
    students[i] = {name = "s" .. (next() % 5000), grade = next() % 12, average = next() % 1000 / 10}
  end
  local total = 0
  for round = 0, 3 do
    local sorted = table.move(students, 1, #students, 1, {})
    table.sort(sorted, function(a, b)
      if a.grade ~= b.grade then return a.grade < b.grade end
      return a.average > b.average
    end)
    total = total + math.floor(sorted[101 + round].average * 10) + sorted[2001].grade
    table.sort(students, function(a, b) return a.name < b.name end)
    total = total + #students[round + 1].name
    students[round + 1], students[3001] = students[3001], students[round + 1]
  end
  local numbers = {}
  for i = 1, 60000 do numbers[i] = next() end
  local down = table.move(numbers, 1, #numbers, 1, {})
  table.sort(down, function(a, b) return a > b end)
  local byLast = table.move(numbers, 1, #numbers, 1, {})
  table.sort(byLast, function(a, b) return a % 1000 < b % 1000 end)
  table.sort(numbers)
  return total + down[101] + byLast[10001] % 1000 + numbers[5001]
end
print(run())
