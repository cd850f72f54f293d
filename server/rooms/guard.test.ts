import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addObjects, placeObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { Guard } from './guard.ts'
import { BOARD, give, useBoard } from './test-board.ts'
import { until, type Client } from './test-relay.ts'

const board = useBoard({ fay: 'facilitator', asha: 'partner', ben: 'partner' })
const { on } = board

beforeEach(() =>
  board.relay.rooms.edit(BOARD, (doc) =>
    addObjects(
      doc,
      [
        {
          id: 'station',
          type: 'frame',
          at: [0, 0],
          fields: { title: 'Agree', furniture: true },
        },
        { id: 'note', type: 'note', at: [10, 10], fields: { text: 'mine' } },
      ],
      null,
    ),
  ),
)

const objectsOf = ({ doc }: { doc: Y.Doc }) => rootsOf(doc).objects
const lock = async (fay: Client, ids: string[], locked: boolean): Promise<void> => {
  give(fay, { type: 'lock', ids, on: locked })
  await until(
    () => fay.heard.sessions.at(-1)?.run.locks.length === (locked ? ids.length : 0),
    'the lock is known',
  )
}
const told = ({ heard }: Client): boolean =>
  heard.results.some((result) => 'notice' in result && result.notice === 'locked')

const attempts: [string, (doc: Y.Doc, id: string) => void][] = [
  ['moving it', (doc, id) => placeObjects(doc, [{ id, at: [500, 500] }], null)],
  ['deleting it', (doc, id) => rootsOf(doc).objects.delete(id)],
  [
    'putting another in its place',
    (doc, id) => addObjects(doc, [{ id, type: 'note', at: [7, 7] }], null),
  ],
  [
    'typing into it',
    (doc, id) => {
      const map = rootsOf(doc).objects.get(id)
      const text = map?.get(map.has('title') ? 'title' : 'text')
      if (text instanceof Y.Text) text.insert(0, 'forged ')
    },
  ],
  ['a field of one’s own', (doc, id) => rootsOf(doc).objects.get(id)?.set('extra', 1)],
  ['unmarking it', (doc, id) => rootsOf(doc).objects.get(id)?.delete('furniture')],
]

describe.each([
  ['a template’s furniture', 'station', false],
  ['a locked object', 'note', true],
])('%s', (_, id, locked) => {
  test.each(attempts.slice(0, locked ? 5 : 6))(
    'withstands a partner’s %s, whose other edits go on',
    async (__, attempt) => {
      const [fay, asha, ben] = [await on('fay'), await on('asha'), await on('ben')]
      if (locked) await lock(fay, [id], true)
      const before = objectsOf(fay).get(id)?.toJSON()
      const seen: unknown[] = []
      objectsOf(ben).observeDeep(() => seen.push(objectsOf(ben).get(id)?.toJSON()))
      attempt(asha.doc, id)
      await until(() => told(asha), 'asha is told')
      await until(
        () => JSON.stringify(objectsOf(asha).get(id)?.toJSON()) === JSON.stringify(before),
        'asha sees it as it was',
      )
      addObjects(asha.doc, [{ id: 'later', type: 'note', at: [1, 1] }], null)
      await until(() => objectsOf(ben).has('later'), 'her next edit arrives')
      for (const state of [...seen, objectsOf(fay).get(id)?.toJSON()]) {
        expect(state).toEqual(before)
      }
      await asha.saved()
    },
  )

  test('withstands it again after it was put back, and after the server started anew', async () => {
    const fay = await on('fay')
    if (locked) await lock(fay, [id], true)
    const before = objectsOf(fay).get(id)?.toJSON()
    const asha = await on('asha')
    for (const x of [1, 2, 3]) {
      objectsOf(asha).delete(id)
      await until(() => objectsOf(asha).has(id), `it is back the ${x}. time`)
    }
    await asha.saved()
    await board.restart()
    const [ben, again] = [await on('ben'), await on('fay')]
    placeObjects(ben.doc, [{ id, at: [9, 9] }], null)
    await until(() => told(ben), 'ben is told')
    expect(objectsOf(again).get(id)?.toJSON()).toEqual(before)
  })

  test('is a facilitator’s to change, and then guarded as it is', async () => {
    const [fay, asha] = [await on('fay'), await on('asha')]
    if (locked) await lock(fay, [id], true)
    placeObjects(fay.doc, [{ id, at: [40, 40] }], null)
    await until(() => objectsOf(asha).get(id)?.toJSON()['at'][0] === 40, 'it has moved')
    placeObjects(asha.doc, [{ id, at: [80, 80] }], null)
    await until(() => told(asha), 'asha is told')
    await until(() => objectsOf(asha).get(id)?.toJSON()['at'][0] === 40, 'it is back')
    expect(objectsOf(fay).get(id)?.toJSON()['at']).toEqual([40, 40])
    if (!locked) return
    await lock(fay, [id], false)
    placeObjects(asha.doc, [{ id, at: [80, 80] }], null)
    await until(() => objectsOf(fay).get(id)?.toJSON()['at'][0] === 80, 'it may be moved again')
  })
})

const atOf = (client: Client, id: string) =>
  objectsOf(client).get(id)?.get('at') as readonly number[] | undefined

const odd: [string, unknown][] = [
  ['a number that JSON has none of', 10n],
  ['bytes', Uint8Array.of(1, 2)],
  ['a list with a map in it', Y.Array.from([new Y.Map([['k', 1]])])],
]
const foreign: [string, () => unknown][] = [
  [
    'a hook with a map in it',
    () => {
      const hook = new Y.XmlHook('hook')
      hook.set('k', new Y.Map())
      return hook
    },
  ],
  [
    'an element with a map for an attribute',
    () => {
      const element = new Y.XmlElement<Record<string, Y.Map<unknown>>>('element')
      element.setAttribute('k', new Y.Map())
      return element
    },
  ],
  [
    'a text with a map in it',
    () => {
      const text = new Y.Text('text')
      text.insertEmbed(1, new Y.Map())
      return text
    },
  ],
  [
    'maps in maps',
    () => {
      let map = new Y.Map()
      for (let depth = 0; depth < 50; depth++) map = new Y.Map([['k', map]])
      return map
    },
  ],
]

describe('a locked object that holds what no board has', () => {
  test.each([...odd.map(([name, value]) => [name, () => value] as const), ...foreign])(
    '%s: it is put back all the same, and the room goes on',
    async (_, make) => {
      const [fay, asha, ben] = [await on('fay'), await on('asha'), await on('ben')]
      objectsOf(asha).get('note')?.set('odd', make())
      await until(() => objectsOf(fay).get('note')?.has('odd') === true, 'it has come')
      await lock(fay, ['note'], true)
      placeObjects(asha.doc, [{ id: 'note', at: [500, 500] }], null)
      await until(() => atOf(asha, 'note')?.[0] === 10, 'it is back')
      objectsOf(asha).delete('note')
      await until(() => objectsOf(asha).get('note')?.get('text') instanceof Y.Text, 'it is there')
      addObjects(ben.doc, [{ id: 'later', type: 'note', at: [1, 1] }], null)
      await until(() => objectsOf(fay).has('later'), 'the room goes on')
      await Promise.all([asha.saved(), ben.saved()])
      expect(atOf(fay, 'note')).toEqual([10, 10])
    },
  )
})

test('a partner’s own mark makes nothing furniture, and has nobody read the whole board', async () => {
  const [asha, ben] = [await on('asha'), await on('ben')]
  const fields = { text: 'mine', furniture: true }
  addObjects(asha.doc, [{ id: 'own', type: 'note', at: [0, 0], fields }], null)
  await until(() => objectsOf(ben).has('own'), 'it has come')
  placeObjects(ben.doc, [{ id: 'own', at: [70, 70] }], null)
  await until(() => atOf(asha, 'own')?.[0] === 70, 'it may be moved')
  expect(told(ben)).toBe(false)
})

test('who is put back again and again is asked to wait', async () => {
  const asha = await on('asha')
  let closed: number | undefined
  asha.provider.on('connection-close', (event: CloseEvent | null) => (closed ??= event?.code))
  for (let x = 0; x < 40; x++) placeObjects(asha.doc, [{ id: 'station', at: [x, 900] }], null)
  await until(() => closed !== undefined, 'the connection is closed')
  expect(closed).toBe(4429)
})

test('a fault of the guard itself ends the connection of who met it, and the others come back to the board', async () => {
  const [asha, ben] = [await on('asha'), await on('ben')]
  let closed: number | undefined
  asha.provider.on('connection-close', (event: CloseEvent | null) => (closed ??= event?.code))
  const guard = vi.spyOn(Guard.prototype, 'isTouchedBy').mockImplementationOnce(() => {
    throw new Error('a fault')
  })
  addObjects(asha.doc, [{ id: 'first', type: 'note', at: [1, 1] }], null)
  await until(() => closed === 4400, 'the connection is closed')
  addObjects(ben.doc, [{ id: 'second', type: 'note', at: [1, 1] }], null)
  const fay = await on('fay')
  await until(() => objectsOf(fay).has('second'), 'ben’s edit arrives')
  expect(closed).toBe(4400)
  guard.mockRestore()
})
