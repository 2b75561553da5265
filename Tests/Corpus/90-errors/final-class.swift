// tier: 2
// A final class has no subclasses.
final class F {}
class G: F {}  // error: F is final: no class
