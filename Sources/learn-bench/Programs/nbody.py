from math import sqrt


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def make_bodies():
    sun = 4 * 3.141592653589793 * 3.141592653589793
    days = 365.24
    return [
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
    ]


def run():
    b = make_bodies()
    dt = 0.01
    for _ in range(100_000):
        for i in range(5):
            for j in range(i + 1, 5):
                dx = b[i].x - b[j].x
                dy = b[i].y - b[j].y
                dz = b[i].z - b[j].z
                d2 = dx * dx + dy * dy + dz * dz
                mag = dt / (d2 * sqrt(d2))
                mj = b[j].mass * mag
                mi = b[i].mass * mag
                b[i].vx -= dx * mj
                b[i].vy -= dy * mj
                b[i].vz -= dz * mj
                b[j].vx += dx * mi
                b[j].vy += dy * mi
                b[j].vz += dz * mi
        for i in range(5):
            b[i].x += dt * b[i].vx
            b[i].y += dt * b[i].vy
            b[i].z += dt * b[i].vz
    return b[0].x + b[1].y + b[2].z


print(int(run() * 1e12))
