local Queue = {}
Queue.__index = Queue
function Queue:count() return #self.items - self.head end
function Queue:add(item) self.items[#self.items + 1] = item end
function Queue:item(index) return self.items[self.head + index + 1] end
function Queue:take()
  if self.head >= #self.items then return nil end
  local element = self.items[self.head + 1]
  self.head = self.head + 1
  if self.head > 100 then
    self.items = table.move(self.items, self.head + 1, #self.items, 1, {})
    self.head = 0
  end
  return element
end

local Heap = {}
Heap.__index = Heap
function Heap:push(element)
  local items = self.items
  items[#items + 1] = element
  local child = #items
  while child > 1 do
    local parent = child // 2
    if items[parent] <= items[child] then break end
    items[parent], items[child] = items[child], items[parent]
    child = parent
  end
end
function Heap:pop()
  local items = self.items
  if #items == 0 then return nil end
  items[1], items[#items] = items[#items], items[1]
  local result = table.remove(items)
  local parent = 1
  while true do
    local least = parent
    local left = 2 * parent
    if left <= #items and items[left] < items[least] then least = left end
    if left + 1 <= #items and items[left + 1] < items[least] then least = left + 1 end
    if least == parent then return result end
    items[parent], items[least] = items[least], items[parent]
    parent = least
  end
end

local Pair = {}
Pair.__index = Pair
Pair.__lt = function(a, b)
  if a.first == b.first then return a.second < b.second end
  return a.first < b.first
end
Pair.__le = function(a, b) return not (b < a) end

local function total(container)
  local sum = 0
  for index = 0, container:count() - 1 do sum = sum + container:item(index) end
  return sum
end

local function largest(values)
  local best = values[1]
  for i = 1, #values do
    if values[i] > best then best = values[i] end
  end
  return best
end

local function run()
  local queue = setmetatable({items = {}, head = 0}, Queue)
  local sum = 0
  for i = 0, 199999 do
    queue:add(i)
    if i % 2 == 1 then
      local value = queue:take()
      if value then sum = sum + value end
    end
    if i % 5000 == 0 then sum = sum + total(queue) end
  end
  local heap = setmetatable({items = {}}, Heap)
  local state = 3
  for _ = 1, 40000 do
    state = (state * 1103515245 + 12345) % 2147483648
    heap:push(state % 100000)
  end
  local last = 0
  while true do
    local value = heap:pop()
    if not value then break end
    last = (last * 3 + value) % 1000003
  end
  local pairs = setmetatable({items = {}}, Heap)
  for _ = 1, 10000 do
    state = (state * 1103515245 + 12345) % 2147483648
    pairs:push(setmetatable({first = state // 64 % 50, second = (state % 1000) + 0.0}, Pair))
  end
  while true do
    local pair = pairs:pop()
    if not pair then break end
    last = (last * 3 + pair.first + math.floor(pair.second)) % 1000003
  end
  local best = 0
  local values = {}
  for i = 0, 499 do values[i + 1] = i end
  for _ = 1, 800 do best = best + largest(values) end
  return sum + last + best
end
print(run())
