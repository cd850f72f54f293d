import { expect, test } from 'vitest'
import { basePath } from './base.ts'

test.each([
  ['/', '/'],
  ['/b/3q3ermqk', '/'],
  ['/rapport/', '/rapport/'],
  ['/rapport/b/3q3ermqk', '/rapport/'],
  ['/rapport/b/3q3ermqk/', '/rapport/'],
  ['/lab/', '/lab/'],
  ['/lab/b/3q3ermqk', '/lab/'],
  ['/b/b/3q3ermqk', '/b/'],
])('the base path of %s is %s', (page, base) => {
  expect(basePath(page)).toBe(base)
})
