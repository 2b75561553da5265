-- A buffer, since `s = s .. x` is quadratic in Lua.
local function run()
  local t = {}
  for i = 0, 499999 do t[#t + 1] = "item " .. tostring(i) .. ", " end
  return #table.concat(t)
end
print(run())
