local function run()
  local x = 0.5
  for _ = 1, 10000000 do x = 3.9 * x * (1.0 - x) end
  return x
end
print(math.floor(run() * 1e12))
