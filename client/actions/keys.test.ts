import { expect, test } from 'vitest'
import { keyLabel, matches, type KeyPress } from './keys.ts'
import { actions } from './list.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('Mod is Ctrl, and ⌘ on a Mac', () => {
  expect(matches('Mod+z', press('z', { ctrlKey: true }), false)).toBe(true)
  expect(matches('Mod+z', press('z', { metaKey: true }), true)).toBe(true)
  expect(matches('Mod+z', press('z', { metaKey: true }), false)).toBe(false)
  expect(matches('Mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(matches('Mod+Shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
})

test('a sign counts as typed, with Shift or without', () => {
  expect(matches('+', press('+', { shiftKey: true }), false)).toBe(true)
  expect(matches('+', press('+'), false)).toBe(true)
  expect(matches('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matches('Tab', press('Tab', { shiftKey: true }), false)).toBe(false)
})

test('a combination is written as people know it', () => {
  expect(keyLabel('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z')
  expect(keyLabel('Mod+Shift+z', true)).toBe('⌘⇧Z')
  expect(keyLabel('Mod++', false)).toBe('Ctrl++')
})

test('no two actions share an id or a key', () => {
  const ids = actions.map(({ id }) => id)
  const keys = actions.flatMap((action) => action.keys)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(keys).size).toBe(keys.length)
})
