local function map(list, f)
  local result = {}
  for i = 1, #list do result[i] = f(list[i]) end
  return result
end
local function filter(list, f)
  local result = {}
  for i = 1, #list do
    if f(list[i]) then result[#result + 1] = list[i] end
  end
  return result
end
local function reduce(list, start, f)
  local result = start
  for i = 1, #list do result = f(result, list[i]) end
  return result
end

local function compose(f, g) return function(x) return g(f(x)) end end
local function makeCounter()
  local count = 0
  return function()
    count = count + 1
    return count
  end
end

local function run()
  local numbers = {}
  for i = 0, 1999 do numbers[i + 1] = i end
  local total = 0
  for round = 0, 399 do
    local squares = map(numbers, function(n) return n * n % 1009 end)
    local even = filter(squares, function(n) return n % 2 == 0 end)
    total = total + reduce(even, 0, function(a, b) return a + b end)
    local thirds = filter(numbers, function(n) return (n + round) % 3 == 0 end)
    total = total + reduce(map(thirds, function(n) return n + 1 end), 0,
      function(a, b) return (a * 7 + b) % 1000003 end)
    local largest = 0
    for i = 1, #squares do largest = math.max(largest, squares[i] + numbers[i]) end
    total = total + largest
    local index = -1
    total = total + reduce(squares, 0, function(a, n)
      index = index + 1
      return a + index * n % 13
    end)
    local all = true
    for i = 1, #squares do
      if squares[i] >= 1009 then
        all = false
        break
      end
    end
    if all then total = total + 1 end
    for i = 1, #numbers do
      if numbers[i] > 1500 then
        total = total + numbers[i]
        break
      end
    end
    total = total + reduce(numbers, 0, function(a, n) return a + n % 5 end)
  end
  local step = compose(function(x) return x + 1 end, function(x) return x * 3 % 1000003 end)
  local value = 1
  for _ = 1, 400000 do value = step(value) end
  local counter = makeCounter()
  local calls = 0
  for _ = 1, 400000 do calls = calls + counter() % 3 end
  return total + value + calls
end
print(run())
