import { expect, test } from 'vitest'
import type { Credentials } from './credentials.ts'
import { copiesKey } from './early.ts'
import { staleCopies } from './offline.ts'
import { lasting } from './storage.ts'

test('copies that can’t be opened are passed over, and stay for another visit', async () => {
  const credentials = {
    board: { id: 'b1', epoch: 'now' },
    participant: { id: 'p1' },
  } as Credentials
  const names = ['rapport:b1:before:p1', 'rapport:b1:long-before:p1']
  lasting.write(copiesKey('b1'), names)
  // Node.js has no databases of a browser: each refuses to open.
  expect(await staleCopies(credentials)).toEqual([])
  expect(lasting.read(copiesKey('b1'))).toEqual(names)
})
