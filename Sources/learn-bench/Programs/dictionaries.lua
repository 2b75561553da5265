local function countWords()
  local names = {"ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen", "ibis", "jay"}
  local counts = {}
  local state = 12345
  for _ = 1, 400000 do
    state = (state * 1103515245 + 12345) % 2147483648
    local word = names[state // 65536 % 10 + 1] .. names[state // 1024 % 10 + 1]
    counts[word] = (counts[word] or 0) + 1
  end
  local total = 0
  local keys = {}
  for word, count in pairs(counts) do
    total = total + #word * count
    keys[#keys + 1] = word
  end
  table.sort(keys)
  for _, key in ipairs(keys) do total = (total * 31 + counts[key]) % 1000000007 end
  return total
end

local function twoSums()
  local seen = {}
  local pairs_ = 0
  local state = 1
  for index = 0, 499999 do
    state = (state * 1103515245 + 12345) % 2147483648
    local number = state // 64 % 20000
    local other = seen[20000 - number]
    if other then pairs_ = pairs_ + index - other end
    seen[number] = index
  end
  local unique, size, count = {}, 0, 0
  for _, value in pairs(seen) do
    count = count + 1
    if not unique[value % 1000] then
      unique[value % 1000] = true
      size = size + 1
    end
  end
  return pairs_ % 1000003 + size + count
end

print(countWords() .. " " .. twoSums())
