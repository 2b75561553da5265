/// What `learn new` writes: a small lesson with one of everything, which runs and whose solution passes its checks.
enum Template {
    static let text = #"""
        ---
        title: My lesson
        summary: One sentence that says what it is about.
        objectives:
          - say what the reader can do after it
        learn: 1
        seed: 1
        ---

        ## Begin with something concrete

        Text is Markdown. A fence that says `swift` is a cell: its code runs, and what it prints stands below it.

        ```swift
        //| label: first
        let inputs = [1.0, 3.0]
        let weights = [0.5, -0.25]
        let z = weights[0] * inputs[0] + weights[1] * inputs[1]
        print("z", z)
        ```

        Numbers in the text are computed, too: z is {{ z }}. So they are right whatever you change above. Formulas stand
        between dollar signs: $z = w_1 x_1 + w_2 x_2$.

        ## Let the reader predict

        A cell with `predict` asks before it shows. Say here what to think about: will the next value be above or below z?

        ```swift
        //| label: second
        //| predict: shifted
        let shifted = z + 0.1
        print("shifted", shifted)
        ```

        ```quiz shift
        What did the 0.1 do?
        - [ ] It scaled the inputs.
          > Each wrong choice is a mistake that people make, and its reason answers that very mistake.
        - [x] It moved z, whatever the inputs are.
          > Right choices have reasons, too.
        ```

        ## Let the reader do it

        An exercise is a cell with a stub. Hints are shown one after the other, when they are asked for.

        ```swift
        //| exercise: add-up
        //| points: 2
        func weightedSum(_ w: [Double], _ x: [Double]) -> Double {
            // YOUR CODE HERE
        }
        ```

        ```hint add-up
        Go over the places: `for i in 0..<w.count`.
        ```

        ```hint add-up
        Begin with `var sum = 0.0` and add `w[i] * x[i]` each time.
        ```

        ```swift
        //| check: add-up
        expect(weightedSum(weights, inputs), near: z, "the numbers above")
        ```

        ```swift
        //| check: add-up
        //| hidden: true
        expect(weightedSum([], []), near: 0, "nothing adds up to 0")
        expect(weightedSum([2, 3, 4], [1, -1, 0.5]), near: 1, "three of them")
        ```

        ```swift
        //| solution: add-up
        func weightedSum(_ w: [Double], _ x: [Double]) -> Double {
            var sum = 0.0
            for i in 0..<w.count { sum += w[i] * x[i] }
            return sum
        }
        ```

        ## Summary

        - Say again what was learned, in a sentence each.

        """#
}
