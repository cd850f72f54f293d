import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment } from '../../shared/board/comments.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { systemClock, type Clock } from '../clock.ts'
import type { BoardStore } from '../store/store.ts'
import { hasPostgres, hasRedis } from '../test-services.ts'
import { useNodes } from './test-nodes.ts'
import { addBoard, noticesOf, objectsOf, until, type Client, type Relay } from './test-relay.ts'

const names = ({ doc }: Client): string[] =>
  [...rootsOf(doc).comments.values()].map((comment) => (comment as { name: string }).name)

/** A store whose appends wait while `gate` is closed. */
function gated(): { wrap(store: BoardStore): BoardStore; close(): () => void } {
  let gate: Promise<void> = Promise.resolve()
  return {
    wrap: (store) => ({
      ...store,
      async append(batch) {
        await gate
        return store.append(batch)
      },
    }),
    close() {
      let open = (): void => undefined
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
  }
}

describe.skipIf(!hasPostgres || !hasRedis)(
  'what is erased while several nodes hold the board (skipped where PostgreSQL or Redis is not installed)',
  { timeout: 60_000 },
  () => {
    const nodes = useNodes()
    const { start, on } = nodes

    /** Whether the log, the snapshot or a version holds the text. */
    async function isStored({ store, rooms }: Relay, text: string): Promise<boolean> {
      const { snapshot, updates } = await store.load(nodes.board)
      const contents = [snapshot ?? [], ...updates]
      for (const { id } of await store.versions(nodes.board)) {
        contents.push((await rooms.versionState(nodes.board, id)) ?? [])
      }
      return contents.some((bytes) => Buffer.from(bytes).includes(text))
    }

    test('[RM13] what was typed and deleted on two nodes is in no log or snapshot once all have left both at the same time', async () => {
      const cast = { partners: ['asha', 'ben'], facilitators: [] }
      const [one, two] = await nodes.place(2, cast, { limits: { unloadAfter: 20 } })
      const clients = [await on(one, 'asha'), await on(two, 'ben')]
      for (const [at, client] of clients.entries()) {
        objectsOf(client).set(`text-${at}`, `canary ${at}`)
        await client.saved()
      }
      await until(() => clients.every((client) => objectsOf(client).size === 2), 'both have both')
      const isLeft = (at: number): Promise<boolean> => isStored(one as Relay, `canary ${at}`)
      expect([await isLeft(0), await isLeft(1)]).toEqual([true, true])
      for (const [at, client] of clients.entries()) objectsOf(client).set(`text-${at}`, 'robin')
      await Promise.all(clients.map((client) => client.saved()))
      for (const { provider } of clients) provider.destroy()
      while ((await isLeft(0)) || (await isLeft(1)));
      expect(await isStored(one as Relay, 'robin')).toBe(true)
    })

    test('[RM13] a log that nodes left is folded by one that starts, once the lease of a node that died over it has run out', async () => {
      const hurried: Clock = {
        ...systemClock,
        after: (delay, task) => systemClock.after(Math.min(delay, 20), task),
      }
      let refused = 0
      const one = await start({
        clock: hurried,
        wrap: (store) => ({
          ...store,
          async lease(...args) {
            const isOurs = await store.lease(...args)
            if (!isOurs) refused += 1
            return isOurs
          },
        }),
      })
      const { store } = one
      await addBoard(store, nodes.board)
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      doc.getMap('objects').set('n1', 'canary')
      doc.getMap('objects').set('n1', 'robin')
      for (const update of updates)
        await store.append([{ board: nodes.board, epoch: 'e1', update, claims: [] }])
      await store.lease(`compact:${nodes.board}`, 'a node that died', 60_000)
      one.rooms.sweepLogs()
      await until(() => refused > 1, 'it has tried twice')
      expect(await isStored(one, 'canary')).toBe(true)
      await store.release(`compact:${nodes.board}`, 'a node that died')
      while (await isStored(one, 'canary'));
      expect(await isStored(one, 'robin')).toBe(true)
    })

    test('[RM13] a name that is erased by way of one node goes from what another one still had to put on disk, and from its versions', async () => {
      const NAME = 'Canary Jones'
      const cast = { partners: ['asha', 'ben'], facilitators: ['fay'] }
      const [one] = (await nodes.place(1, cast)) as [Relay]
      const gate = gated()
      // That a disk is slow is told as well, and is not what this is about.
      const two = await start({ wrap: gate.wrap, limits: { slowDisk: 60_000 } })
      const [fay, asha, ben] = [await on(one, 'fay'), await on(two, 'asha'), await on(two, 'ben')]
      const by = `${nodes.board}-asha`
      const write = (text: string): void => {
        const at = new Date(0).toISOString()
        addComment(asha.doc, { object: 'o1', text, by, name: NAME, organisation: 'a', at }, null)
      }
      write('first')
      await until(() => names(fay).includes(NAME) && names(ben).includes(NAME), 'all have it')
      await two.rooms.keepVersion(nodes.board, { kind: 'saved', name: 'March', by: 'fay' })

      const open = gate.close()
      write('second')
      await until(() => asha.sent() > 1, 'it is on its way')
      // As `DELETE /api/boards/:id/participants/:participant/name` does it.
      await one.store.removeParticipant(nodes.board, by, 1)
      await one.rooms.refresh(nodes.board)
      await until(() => noticesOf(asha).includes('removed'), 'asha is cut off')
      asha.provider.destroy()
      await one.rooms.eraseName(nodes.board, { id: by, name: NAME })
      await one.store.eraseParticipant(nodes.board, by, 1)
      await one.rooms.refresh(nodes.board)
      open()

      const isErased = (client: Client): boolean =>
        names(client).length === 2 && names(client).every((name) => name === '')
      await until(() => isErased(fay) && isErased(ben), 'both comments are without it')
      while (await isStored(one, NAME));
      const late = await on(two, 'ben')
      expect(Buffer.from(Y.encodeStateAsUpdate(late.doc)).includes(NAME)).toBe(false)
    })

    test('a board that is removed by way of one node is gone from the other at once, and nothing that was on its way there comes back', async () => {
      const cast = { partners: ['asha', 'ben'], facilitators: [] }
      const [one] = (await nodes.place(1, cast)) as [Relay]
      const gate = gated()
      const two = await start({ wrap: gate.wrap, limits: { slowDisk: 60_000 } })
      const [asha, ben] = [await on(one, 'asha'), await on(two, 'ben')]
      objectsOf(ben).set('n1', 'robin')
      await until(() => objectsOf(asha).has('n1'), 'asha has it')
      const open = gate.close()
      objectsOf(ben).set('n2', 'canary')
      // As `DELETE /api/boards/:id` does it.
      await one.store.remove(nodes.board)
      one.rooms.disconnect(nodes.board, 'all', 'gone')
      await until(
        () => noticesOf(asha).includes('board-closed') && noticesOf(ben).includes('board-closed'),
        'both are told',
      )
      open()
      await expect(two.rooms.state(nodes.board)).rejects.toMatchObject({ code: 'unknown-board' })
      await addBoard(one.store, nodes.board)
      expect(await isStored(one, 'canary')).toBe(false)
      expect(objectsOf(asha).has('n2')).toBe(false)
    })
  },
)
