import { expect, test } from 'vitest'
import { cleanLine, isSeen, nameKey } from './line.ts'

test.each([
  [
    'a name that a mail program put a soft hyphen and an empty space into',
    'Ama\u00adra\u200b Okafor\ufeff',
    'Amara Okafor',
  ],
  ['a name turned round by an override', '\u202eyesmaR nhoJ\u202c', 'yesmaR nhoJ'],
  ['a name in isolates', '\u2067عمر\u2069', 'عمر'],
  ['spaces of any kind', '\u00a0Amara \u2003 Okafor\u3000', 'Amara Okafor'],
])('%s is kept as it reads', (_what, given, kept) => {
  expect(cleanLine(given)).toBe(kept)
})

test.each([
  'Siân Llŷr-Jones',
  'محمد‌رضا',
  'שרה כהן\u200f',
  'क्‍ष',
  '李小龍',
  'O’Neil (she/her)',
  '👩‍⚕️',
  '🏴󠁧󠁢󠁷󠁬󠁳󠁿 Wales',
  '7',
])('%s stays, and shows', (name) => {
  expect(cleanLine(name)).toBe(name)
  expect(isSeen(name)).toBe(true)
})

test.each(['', ' ', '\u200b', '\u3164', '\u2800', '\u200d', '\u0301', '\u200f'])(
  'of %j nothing shows',
  (name) => {
    expect(isSeen(name)).toBe(false)
  },
)

test('names that read alike have one key', () => {
  expect(nameKey('Ｃounty\u200b\n COUNCIL ')).toBe(nameKey('County Council'))
  expect(nameKey('County Council 2')).not.toBe(nameKey('County Council'))
})
