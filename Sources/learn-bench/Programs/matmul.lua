local function run()
  local n = 120
  local r = 0.0
  local a, b, c = {}, {}, {}
  for i = 0, n * n - 1 do
    a[i + 1] = (i % 7) + 0.0
    b[i + 1] = (i % 5) + 0.0
    c[i + 1] = 0.0
  end
  for rep = 0, 4 do
    for i = 0, n - 1 do
      for j = 0, n - 1 do
        local s = 0.0
        for k = 0, n - 1 do s = s + a[i * n + k + 1] * b[k * n + j + 1] end
        c[i * n + j + 1] = s
      end
    end
    r = r + c[n + rep + 1]
  end
  return r
end
print(math.floor(run()))
