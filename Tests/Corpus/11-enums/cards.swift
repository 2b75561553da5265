// tier: 2
// Cards and decks, compared, counted and shuffled by a generator of one's own.
struct A: Hashable {
    var x = 1
    var y = "s"
}
enum Suit: String, CaseIterable, Comparable {
    case clubs = "♣"
    case hearts = "♥"
    static func < (a: Suit, b: Suit) -> Bool { a.order < b.order }
    private var order: Int { Suit.allCases.firstIndex(of: self)! }
}
enum Rank: Int, CaseIterable {
    case two = 2
    case three
    case jack = 11
    case ace
    var name: String {
        switch self {
        case .ace, .jack: String(describing: self).capitalizedFirst
        default: "\(rawValue)"
        }
    }
}
extension String { var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() } }
struct Card: CustomStringConvertible, Comparable {
    let rank: Rank, suit: Suit
    var description: String { rank.name + suit.rawValue }
    static func < (l: Card, r: Card) -> Bool { (l.rank.rawValue, l.suit) < (r.rank.rawValue, r.suit) }
}
struct Deck {
    private(set) var cards: [Card] = Suit.allCases.flatMap { s in Rank.allCases.map { Card(rank: $0, suit: s) } }
    mutating func deal() -> Card? { cards.popLast() }
    subscript(i: Int) -> Card { cards[i] }
}
var deck = Deck()
print(deck.cards, deck.deal()!, deck.cards.count, deck[0], deck.cards.max()!)
// expect: [2♣, 3♣, Jack♣, Ace♣, 2♥, 3♥, Jack♥, Ace♥] Ace♥ 7 2♣ Ace♣
print(deck.cards.sorted(by: >).map(\.description).joined(separator: " "))  // expect: Ace♣ Jack♥ Jack♣ 3♥ 3♣ 2♥ 2♣
print(Suit.clubs < .hearts, Rank.ace.rawValue, Rank(rawValue: 3)!, Set([A(), A()]).count, A() == A(x: 2))
// expect: true 12 three 1 false
struct LCG: RandomNumberGenerator {
    var s: UInt64
    mutating func next() -> UInt64 {
        s = s &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return s
    }
}
var g = LCG(s: 42)
print(
    Int.random(in: 1...6, using: &g), Double.random(in: 0..<1, using: &g), Bool.random(using: &g),
    [1, 2, 3, 4, 5].shuffled(using: &g))  // expect: 4 0.7491024849947912 false [4, 1, 3, 2, 5]
print(["a", "b"].randomElement(using: &g)!)  // expect: a
var arr = Array(1...10)
arr.shuffle(using: &g)
print(arr)  // expect: [5, 2, 1, 7, 10, 4, 3, 9, 6, 8]
print(UInt8.random(in: 0...255, using: &g), Float.random(in: -1...1, using: &g))  // expect: 188 0.06411362
