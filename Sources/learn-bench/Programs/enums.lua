local Number, Variable, Sum, Product = {}, {}, {}, {}
for _, class in ipairs({Number, Variable, Sum, Product}) do class.__index = class end
local function number(n) return setmetatable({n = n}, Number) end
local function variable(name) return setmetatable({name = name}, Variable) end
local function sum(a, b) return setmetatable({a = a, b = b}, Sum) end
local function product(a, b) return setmetatable({a = a, b = b}, Product) end

function Number:value(x) return self.n end
function Number:derivative() return number(0) end
function Variable:value(x) return x end
function Variable:derivative() return number(1) end
function Sum:value(x) return (self.a:value(x) + self.b:value(x)) % 1000003 end
function Sum:derivative() return sum(self.a:derivative(), self.b:derivative()) end
function Product:value(x) return (self.a:value(x) * self.b:value(x)) % 1000003 end
function Product:derivative()
  return sum(product(self.a:derivative(), self.b), product(self.a, self.b:derivative()))
end

local NUMBER, PLUS, MINUS, TIMES, OPEN, CLOSE = 0, 1, 2, 3, 4, 5

local function tokens(count)
  local result = {{NUMBER, 1}}
  local function add(kind, n) result[#result + 1] = {kind, n or 0} end
  for i = 0, count - 1 do
    local rest = i % 4
    if rest == 3 then
      add(PLUS)
      add(OPEN)
      add(NUMBER, 3)
      add(CLOSE)
    else
      add(rest == 0 and PLUS or rest == 1 and MINUS or TIMES)
      add(NUMBER, i % 10)
    end
  end
  return result
end

local function evaluate(tokens)
  if #tokens == 0 then error("empty") end
  local value, sign, times, depth = 0, 1, false, 0
  for _, token in ipairs(tokens) do
    local kind, n = token[1], token[2]
    if kind == NUMBER then
      if times then
        value = math.fmod(value * n, 1009)
        times = false
      else
        value = value + sign * n
      end
    elseif kind == PLUS then
      sign = 1
    elseif kind == MINUS then
      sign = -1
    elseif kind == TIMES then
      times = true
    elseif kind == OPEN then
      depth = depth + 1
    else
      depth = depth - 1
      if depth < 0 then error("unbalanced") end
    end
  end
  return value
end

local function run()
  local e = sum(product(variable("x"), variable("x")), number(3))
  for i = 0, 3 do e = product(e, sum(variable("x"), number(i))) end
  local d = e:derivative():derivative()
  local total = 0
  for x = 0, 2999 do total = (total + d:value(x) + e:value(x)) % 1000003 end
  for _ = 1, 200 do total = total + e:derivative():derivative():derivative():value(2) % 7 end
  local list = tokens(400)
  for _ = 1, 2000 do total = total + evaluate(list) end
  return total
end
print(run())
