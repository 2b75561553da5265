local function run()
  local s = 0
  for i = 0, 2999 do
    for j = 0, 2999 do s = (s + i * j) % 1000003 end
  end
  return s
end
print(run())
