// tier: 1
// Types are spelt Int, String and Bool.
let x: int = 5  // error: there is no type `int`
let y: string = "a"  // error: there is no type `string`
let z: Boolean = true  // error: there is no type `Boolean`
