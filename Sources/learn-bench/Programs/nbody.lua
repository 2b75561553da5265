local sqrt = math.sqrt

local function Body(x, y, z, vx, vy, vz, mass)
  return {x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass}
end

local function makeBodies()
  local sun = 4 * 3.141592653589793 * 3.141592653589793
  local days = 365.24
  return {
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, sun),
    Body(4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
      1.66007664274403694e-03 * days, 7.69901118419740425e-03 * days,
      -6.90460016972063023e-05 * days, 9.54791938424326609e-04 * sun),
    Body(8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
      -2.76742510726411e-03 * days, 4.99852801234917238e-03 * days,
      2.30417297573763929e-05 * days, 2.85885980666130812e-04 * sun),
    Body(1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
      2.96460137564761618e-03 * days, 2.37847173959480950e-03 * days,
      -2.96589568540237556e-05 * days, 4.36624404335156298e-05 * sun),
    Body(1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
      2.68067772490389322e-03 * days, 1.62824170038242295e-03 * days,
      -9.51592254519715870e-05 * days, 5.15138902046611451e-05 * sun),
  }
end

local function run()
  local b = makeBodies()
  local dt = 0.01
  for _ = 1, 100000 do
    for i = 1, 5 do
      for j = i + 1, 5 do
        local dx = b[i].x - b[j].x
        local dy = b[i].y - b[j].y
        local dz = b[i].z - b[j].z
        local d2 = dx * dx + dy * dy + dz * dz
        local mag = dt / (d2 * sqrt(d2))
        local mj = b[j].mass * mag
        local mi = b[i].mass * mag
        b[i].vx = b[i].vx - dx * mj
        b[i].vy = b[i].vy - dy * mj
        b[i].vz = b[i].vz - dz * mj
        b[j].vx = b[j].vx + dx * mi
        b[j].vy = b[j].vy + dy * mi
        b[j].vz = b[j].vz + dz * mi
      end
    end
    for i = 1, 5 do
      b[i].x = b[i].x + dt * b[i].vx
      b[i].y = b[i].y + dt * b[i].vy
      b[i].z = b[i].z + dt * b[i].vz
    end
  end
  return b[1].x + b[2].y + b[3].z
end
print(string.format("%d", (math.modf(run() * 1e12))))
