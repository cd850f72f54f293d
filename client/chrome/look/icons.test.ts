import { expect, test } from 'vitest'
import { definitions } from '../../../shared/objects/index.ts'
import { tools } from '../../tools/list.ts'
import { hasIcon } from './icons.ts'

test('every object type and every tool has an icon of its own', () => {
  const names = [...definitions, ...tools].map(({ icon }) => icon)
  expect(names.filter((name) => !hasIcon(name))).toEqual([])
})
