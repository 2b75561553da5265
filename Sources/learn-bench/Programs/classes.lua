local Circle = {}
Circle.__index = Circle
local function newCircle(radius) return setmetatable({name = "circle", radius = radius}, Circle) end
function Circle:area() return 3.14159 * self.radius * self.radius end
function Circle:scale(factor) self.radius = self.radius * factor end

local Rectangle = {}
Rectangle.__index = Rectangle
local function newRectangle(width, height)
  return setmetatable({name = "rectangle", width = width, height = height}, Rectangle)
end
function Rectangle:area() return self.width * self.height end
function Rectangle:scale(factor)
  self.width = self.width * factor
  self.height = self.height * factor
end

local Stack = {}
Stack.__index = Stack
function Stack:push(value)
  local node = {value = value}
  node.next = self.head
  self.head = node
  self.count = self.count + 1
end
function Stack:pop()
  local node = self.head
  if not node then return nil end
  self.head = node.next
  self.count = self.count - 1
  return node.value
end

local Tree = {}
Tree.__index = Tree
local function newTree(key) return setmetatable({key = key}, Tree) end
function Tree:insert(new)
  local node = self
  while true do
    if new < node.key then
      if not node.left then
        node.left = newTree(new)
        return
      end
      node = node.left
    else
      if not node.right then
        node.right = newTree(new)
        return
      end
      node = node.right
    end
  end
end
function Tree:sum()
  return self.key + (self.left and self.left:sum() or 0) + (self.right and self.right:sum() or 0)
end

local function run()
  local shapes = {}
  for i = 0, 99 do
    if i % 2 == 0 then
      shapes[#shapes + 1] = newCircle(i + 0.0)
    else
      shapes[#shapes + 1] = newRectangle(i + 0.0, 2.0)
    end
  end
  local area = 0.0
  for round = 0, 3999 do
    for _, shape in ipairs(shapes) do
      area = area + shape:area()
      shape:scale(round % 2 == 0 and 1.5 or 0.5)
    end
  end
  local stack = setmetatable({count = 0}, Stack)
  for i = 0, 299999 do
    stack:push(i)
    if i % 3 == 0 then stack:pop() end
  end
  local total = 0
  while true do
    local value = stack:pop()
    if not value then break end
    total = total + value
  end
  local tree = newTree(500000)
  local state = 42
  for _ = 1, 40000 do
    state = (state * 1103515245 + 12345) % 2147483648
    tree:insert(state % 1000000)
  end
  return math.floor(area) % 1000003 + total + tree:sum()
end
print(run())
