local exp = math.exp

local function sigmoid(x) return 1.0 / (1.0 + exp(-x)) end

local function run()
  local xs = {{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}}
  local ys = {0.0, 1.0, 1.0, 0.0}
  local w1 = {{0.5, -0.4, 0.3, 0.9}, {-0.6, 0.7, 0.8, -0.2}}
  local b1 = {0.1, -0.1, 0.2, 0.0}
  local w2 = {0.3, -0.5, 0.7, 0.2}
  local b2 = 0.05
  local h = {0.0, 0.0, 0.0, 0.0}
  local rate = 0.5
  local loss = 0.0
  for _ = 1, 60000 do
    loss = 0.0
    for s = 1, 4 do
      for j = 1, 4 do
        local z = b1[j]
        for i = 1, 2 do z = z + xs[s][i] * w1[i][j] end
        h[j] = sigmoid(z)
      end
      local z = b2
      for j = 1, 4 do z = z + h[j] * w2[j] end
      local o = sigmoid(z)
      local e = o - ys[s]
      loss = loss + e * e
      local d = e * o * (1 - o)
      for j = 1, 4 do
        local dh = d * w2[j] * h[j] * (1 - h[j])
        w2[j] = w2[j] - rate * d * h[j]
        for i = 1, 2 do w1[i][j] = w1[i][j] - rate * dh * xs[s][i] end
        b1[j] = b1[j] - rate * dh
      end
      b2 = b2 - rate * d
    end
  end
  return loss
end
print(math.floor(run() * 1e12))
