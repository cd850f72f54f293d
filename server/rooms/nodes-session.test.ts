import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, placeObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { done, send } from '../session/test-commands.ts'
import { hasPostgres, hasRedis } from '../test-services.ts'
import { useNodes } from './test-nodes.ts'
import { objectsOf, until, type Client, type Relay } from './test-relay.ts'

describe.skipIf(!hasPostgres || !hasRedis)(
  'a session and versions on two nodes (skipped where PostgreSQL or Redis is not installed)',
  { timeout: 60_000 },
  () => {
    const nodes = useNodes()
    const { on } = nodes
    const place = async (...partners: string[]): Promise<[Relay, Relay]> =>
      (await nodes.place(2, { partners, facilitators: ['fay', 'fred'] })) as [Relay, Relay]

    const runOf = ({ heard }: Client) => heard.sessions.at(-1)?.run

    test('whom somebody speaks for is changed from one node while they are on another', async () => {
      const [one, two] = await place('asha')
      const fay = await on(one, 'fay')
      const asha = await on(two, 'asha')
      await one.rooms.edit(nodes.board, (doc) => {
        addObjects(doc, [{ id: 'org-new', type: 'organisation', at: [0, 0] }], null)
      })
      const participant = `${nodes.board}-asha`
      await done(fay, { type: 'speak-for', participant, organisation: 'org-new' })
      const speaksFor = () =>
        asha.heard.sessions.at(-1)?.participants.find(({ id }) => id === participant)?.organisation
      await until(() => speaksFor() === 'org-new', 'she hears whom she speaks for')
      const [row] = await two.store.participants(nodes.board)
      expect(row).toMatchObject({ organisation: 'org-new' })
    })

    test('a session is one on all nodes: commands from both take effect in turn, answers from both count', async () => {
      const [one, two] = await place('asha', 'ben')
      const fay = await on(one, 'fay')
      const asha = await on(one, 'asha')
      const ben = await on(two, 'ben')
      const spec = {
        kind: 'scale',
        question: 'How ready are we?',
        anonymous: true,
        minimum: 1,
        low: 'Not at all',
        high: 'Fully',
      }
      const { round } = (await done(fay, { type: 'open-round', spec })) as { round: string }
      await until(() => runOf(ben)?.rounds.length === 1, 'ben is asked')
      await Promise.all([
        done(asha, { type: 'answer', round, value: 2 }),
        done(ben, { type: 'answer', round, value: 4 }),
      ])
      await until(
        () => [fay, asha, ben].every((client) => runOf(client)?.answered[round] === 2),
        'all know that two have answered',
      )
      await done(fay, { type: 'close-round', round })
      await done(fay, { type: 'reveal-round', round })
      const isRevealed = (client: Client) => runOf(client)?.rounds[0]?.state === 'revealed'
      await until(() => isRevealed(ben) && isRevealed(fay), 'both see the results')
      expect(runOf(ben)?.rounds).toEqual(runOf(fay)?.rounds)
    })

    test('two facilitators on two nodes who reveal and discard at once come to one end', async () => {
      const [one, two] = await place('asha')
      const [fay, fred, asha] = [await on(one, 'fay'), await on(two, 'fred'), await on(two, 'asha')]
      const common = { anonymous: false, minimum: 1, low: 'No', high: 'Yes' }
      const spec = { kind: 'scale', question: 'Ready?', ...common }
      for (let turn = 0; turn < 4; turn += 1) {
        const { round } = (await done(fay, { type: 'open-round', spec })) as { round: string }
        const roundOf = (client: Client) => runOf(client)?.rounds.find(({ id }) => id === round)
        await until(() => roundOf(asha) !== undefined, 'asha is asked')
        await done(asha, { type: 'answer', round, value: 4 })
        await done(fred, { type: 'close-round', round })
        await until(() => roundOf(fay)?.state === 'closed', 'fay knows that it is closed')
        const said = await Promise.all([
          send(fay, { type: 'reveal-round', round }),
          send(fred, { type: turn % 2 === 0 ? 'discard-round' : 'reveal-round', round }),
        ])
        // To reveal twice is to reveal once; to discard what is revealed, or the other way round, is refused.
        const taken = said.filter((result) => 'ok' in result).length
        expect(taken).toBe(turn % 2 === 0 ? 1 : 2)
        const isOver = (client: Client) => (roundOf(client)?.endedAt ?? null) !== null
        await until(() => [fay, fred, asha].every(isOver), 'all know the end')
        for (const client of [fred, asha]) expect(roundOf(client)).toEqual(roundOf(fay))
        expect(await one.store.answers(nodes.board, round)).toEqual([])
      }
    })

    test('what is locked by way of one node is held on the other, and let go again', async () => {
      const [one, two] = await place('ben')
      const [fay, ben] = [await on(one, 'fay'), await on(two, 'ben')]
      const [id = ''] = addObjects(fay.doc, [{ type: 'note', at: [0, 0] }], null)
      await until(() => objectsOf(ben).has(id), 'ben has the note')
      const at = ({ doc }: Client): unknown => rootsOf(doc).objects.get(id)?.get('at')
      const isLocked = (client: Client) => runOf(client)?.locks.includes(id) ?? false
      await done(fay, { type: 'lock', ids: [id], on: true })
      await until(() => isLocked(ben), 'ben knows')
      placeObjects(ben.doc, [{ id, at: [500, 500] }], null)
      const isTold = () =>
        ben.heard.results.some((told) => 'notice' in told && told.notice === 'locked')
      await until(isTold, 'ben is told')
      await until(() => JSON.stringify(at(ben)) === '[0,0]', 'it is put back')
      expect(at(fay)).toEqual([0, 0])
      await done(fay, { type: 'lock', ids: [id], on: false })
      await until(() => !isLocked(ben), 'ben knows that too')
      placeObjects(ben.doc, [{ id, at: [7, 7] }], null)
      await until(() => JSON.stringify(at(fay)) === '[7,7]', 'fay sees it move')
    })

    test('a version that is restored by way of one node is what people on the other see, and nothing is only gone', async () => {
      const [one, two] = await place('ben')
      const { rooms, store } = one
      const [fay, ben] = [await on(one, 'fay'), await on(two, 'ben')]
      const note = (of: Client, text: string) =>
        addObjects(of.doc, [{ type: 'note', at: [0, 0], fields: { text } }], null)
      const texts = ({ doc }: Client) =>
        [...rootsOf(doc).objects.values()].map((map) => String(map.get('text'))).sort()
      note(fay, 'March')
      await fay.saved()
      const march = await rooms.keepVersion(nodes.board, {
        kind: 'saved',
        name: 'March',
        by: 'fay',
      })
      note(ben, 'Later')
      await ben.saved()
      await until(() => texts(fay).length === 2, 'fay has ben’s note')
      const restored = await rooms.restoreVersion(nodes.board, march?.id ?? '', 'fay')
      expect(restored.ok).toBe(true)
      for (const client of [fay, ben])
        await until(() => texts(client).join() === 'March', 'March is back')
      note(ben, 'After')
      await until(() => texts(fay).join() === 'After,March', 'ben goes on')
      const kept = (await store.versions(nodes.board)).find(({ kind }) => kind === 'restore')
      const before = new Y.Doc()
      const state = await two.rooms.versionState(nodes.board, kept?.id ?? '')
      Y.applyUpdate(before, state ?? new Uint8Array())
      expect(texts({ doc: before } as Client)).toEqual(['Later', 'March'])
    })
  },
)
