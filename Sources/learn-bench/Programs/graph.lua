local exp = math.exp

local Value = {}
Value.__index = Value
local function nothing() end
local none = {}
local function value(data, parents)
  return setmetatable({data = data, grad = 0.0, parents = parents or none, backwardStep = nothing}, Value)
end

Value.__add = function(a, b)
  local out = value(a.data + b.data, {a, b})
  out.backwardStep = function()
    a.grad = a.grad + out.grad
    b.grad = b.grad + out.grad
  end
  return out
end

Value.__mul = function(a, b)
  local out = value(a.data * b.data, {a, b})
  out.backwardStep = function()
    a.grad = a.grad + b.data * out.grad
    b.grad = b.grad + a.data * out.grad
  end
  return out
end

function Value:tanh()
  local e = exp(2 * self.data)
  local t = (e - 1) / (e + 1)
  local out = value(t, {self})
  out.backwardStep = function() self.grad = self.grad + (1 - t * t) * out.grad end
  return out
end

function Value:backward()
  local order, visited = {}, {}
  local function visit(v)
    if visited[v] then return end
    visited[v] = true
    for _, parent in ipairs(v.parents) do visit(parent) end
    order[#order + 1] = v
  end
  visit(self)
  self.grad = 1.0
  for i = #order, 1, -1 do order[i].backwardStep() end
end

local state = 17
local function random()
  state = (state * 1103515245 + 12345) % 2147483648
  return state / 1073741824 - 1
end

local function neuron(inputs)
  local weights = {}
  for i = 1, inputs do weights[i] = value(random()) end
  return {weights = weights, bias = value(0.0)}
end

local function fire(n, x)
  local sum = n.bias
  for i = 1, #n.weights do sum = sum + n.weights[i] * x[i] end
  return sum:tanh()
end

local function network(sizes)
  local layers = {}
  for i = 2, #sizes do
    local layer = {}
    for j = 1, sizes[i] do layer[j] = neuron(sizes[i - 1]) end
    layers[#layers + 1] = layer
  end
  return layers
end

local function apply(layers, x)
  local values = x
  for _, layer in ipairs(layers) do
    local outputs = {}
    for i, n in ipairs(layer) do outputs[i] = fire(n, values) end
    values = outputs
  end
  return values[1]
end

local function run()
  local layers = network({3, 8, 8, 1})
  local xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}}
  local ys = {1.0, -1.0, -1.0, 1.0}
  local parameters = {}
  for _, layer in ipairs(layers) do
    for _, n in ipairs(layer) do
      for _, w in ipairs(n.weights) do parameters[#parameters + 1] = w end
      parameters[#parameters + 1] = n.bias
    end
  end
  local last = 0.0
  for _ = 1, 200 do
    local loss = value(0.0)
    for i, x in ipairs(xs) do
      local inputs = {}
      for j, v in ipairs(x) do inputs[j] = value(v) end
      local difference = apply(layers, inputs) + value(-ys[i])
      loss = loss + difference * difference
    end
    for _, p in ipairs(parameters) do p.grad = 0.0 end
    loss:backward()
    for _, p in ipairs(parameters) do p.data = p.data - 0.05 * p.grad end
    last = loss.data
  end
  return last
end
print(math.floor(run() * 1e9))
