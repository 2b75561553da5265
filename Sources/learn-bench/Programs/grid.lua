local function run()
  local n = 100
  local g = {}
  for i = 0, n - 1 do
    local row = {}
    for j = 0, n - 1 do row[j] = i * j % 10 end
    g[i] = row
  end
  for _ = 1, 300 do
    for i = 0, n - 1 do
      for j = 0, n - 1 do
        g[i][j] = (g[i][j] + g[i][(j + 1) % n] + g[(i + 1) % n][j]) % 1000
      end
    end
  end
  return g[3][4] * 1000 + g[50][60]
end
print(run())
