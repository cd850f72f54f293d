import { expect, test } from 'vitest'
import { highOnBoth } from './high-on-both.ts'

test('who is past the middle on both axes is counted, and named only where their figure is shown', () => {
  const figures: [string | null, [number, number] | null][] = [
    ['both', [8, 9]],
    ['strained', [9, 2]],
    ['middle', [5, 9]],
    ['withheld', null],
    [null, [9, 9]],
  ]
  expect(
    highOnBoth({
      points: [
        [8, 9],
        [9, 2],
        [5, 9],
        [7, 7],
        [9, 9],
      ],
      groups: figures.map(([organisation, figure]) => ({ organisation, figure, n: 1 })),
    }),
  ).toEqual({ answers: 3, organisations: ['both'] })
})
