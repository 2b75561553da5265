local function caesar(text, shift)
  local result = {}
  for i = 1, #text do
    local code = text:byte(i)
    if code >= 97 and code <= 122 then
      result[#result + 1] = string.char((code - 97 + shift) % 26 + 97)
    else
      result[#result + 1] = text:sub(i, i)
    end
  end
  return table.concat(result)
end

local function split(text)
  local words = {}
  for word in text:gmatch("[^ ]+") do words[#words + 1] = word end
  return words
end

local function isPalindrome(text)
  local low, high = 1, #text
  while low < high do
    if text:sub(low, low) ~= text:sub(high, high) then return false end
    low = low + 1
    high = high - 1
  end
  return true
end

local function run()
  local text = "the quick brown fox jumps over the lazy dog while a madam noon level watches"
  local total = 0
  for round = 0, 5999 do
    local coded = caesar(text, round % 25 + 1)
    local words = split(coded)
    total = total + #words
    local upper = {}
    for i, word in ipairs(words) do
      if #word > 4 then total = total + #word end
      upper[i] = word:upper()
    end
    local joined = table.concat(upper, "-")
    if joined:sub(1, 1) == "T" then total = total + 1 end
    if joined:find("X", 1, true) then total = total + #joined end
    for _, word in ipairs(split(text)) do
      if isPalindrome(word) then total = total + 1 end
    end
    total = total + #(round .. ": " .. coded)
    total = total + #joined:reverse()
  end
  return total
end
print(run())
