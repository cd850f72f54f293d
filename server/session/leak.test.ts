import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { until } from '../rooms/test-relay.ts'
import { command } from './test-taps.ts'
import { useTappedBoard } from './test-tapped-board.ts'

const NOTE = 'canarynote'
const tapped = useTappedBoard()

const { tap } = tapped

test('while a round is sealed no byte of an answer is anywhere but in the store and with its author', async () => {
  const { facilitator, partner, observer } = tapped.board.joined
  const organisation = partner.participant.organisation ?? ''
  await tapped.server.rooms.edit(tapped.board.id, (doc) =>
    addObjects(
      doc,
      [
        { id: 'other', type: 'organisation', at: [0, 0] },
        {
          id: 'tie',
          type: 'relationship',
          at: [0, 0],
          fields: { from: organisation, to: 'other' },
        },
      ],
      null,
    ),
  )
  const author = await tap(partner.participant.token)
  const others = [
    await tap(facilitator.participant.token),
    await tap(observer.participant.token),
    await tap(observer.participant.token, 'y-websocket'),
    await tap(partner.participant.token, 'y-websocket'),
  ]
  const [fay] = others
  if (!fay) throw new Error('a facilitator is here')
  const spec = {
    kind: 'trust',
    question: 'How far do you trust each other?',
    anonymous: false,
    minimum: 1,
    relationships: null,
  }
  const reply = await command(fay, { type: 'open-round', spec })
  const round = /"round":"(\w+)"/.exec(reply)?.[1] ?? ''
  const value = { tie: { reliability: 1, note: NOTE } }
  expect(await command(author, { type: 'answer', round, value })).toMatch(/"ok":null/)
  await until(() => fay.heard().includes(`"answered":{"${round}":1}`), 'the count is told')
  const late = await tap(facilitator.participant.token)
  others.push(late)
  expect(await command(late, { type: 'my-answer', round })).toMatch(/"value":null/)
  // A question for somebody else's answer has no words: what is not known is refused.
  await command(late, { type: 'my-answer', round, participant: partner.participant.id })
  expect(await command(author, { type: 'my-answer', round })).toContain(NOTE)

  const assertSealed = async (): Promise<void> => {
    for (const { heard } of others) expect(heard().includes(NOTE)).toBe(false)
    const state = Buffer.from(await tapped.server.rooms.state(tapped.board.id))
    expect(state.includes(NOTE)).toBe(false)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    expect(doc.getMap('readings').size).toBe(0)
    expect(JSON.stringify(await tapped.server.store.session(tapped.board.id))).not.toContain(NOTE)
    const { token } = facilitator.participant
    for (const { format, status, bytes } of await tapped.exported()) {
      const leaks = bytes.includes(NOTE)
      expect({ format, status, leaks }).toEqual({ format, status: 200, leaks: false })
    }
    for (const place of [`api/boards/${tapped.board.id}`, 'metrics', 'healthz', 'readyz']) {
      const answer = await tapped.server.call(place, { token })
      expect(await answer.text()).not.toContain(NOTE)
    }
    expect((await tapped.backedUp()).includes(NOTE)).toBe(false)
    expect(tapped.server.logged()).not.toContain(NOTE)
  }
  await assertSealed()
  await command(fay, { type: 'close-round', round })
  await assertSealed()

  await command(fay, { type: 'reveal-round', round })
  await until(() => others.slice(0, 2).every(({ heard }) => heard().includes(NOTE)), 'all see it')
  expect(await tapped.server.store.answers(tapped.board.id, round)).toEqual([])
  expect(tapped.server.logged()).not.toContain(NOTE)
}, 60_000)

test('what was answered is in papers and registers once it is revealed, and in none of a version from before', async () => {
  const { facilitator, partner } = tapped.board.joined
  const { token } = facilitator.participant
  const [fay, author] = [await tap(token), await tap(partner.participant.token)]
  const spec = { kind: 'words', question: 'What do you hope for?', anonymous: false, minimum: 1 }
  const reply = await command(fay, { type: 'open-round', spec })
  const round = /"round":"(\w+)"/.exec(reply)?.[1] ?? ''
  await command(author, { type: 'answer', round, value: NOTE })
  await command(fay, { type: 'close-round', round })
  const place = `api/boards/${tapped.board.id}`
  const saved = await tapped.server.call(`${place}/versions`, {
    token,
    method: 'POST',
    json: { name: 'Before' },
  })
  const { id } = (await saved.json()) as { id: string }
  const formatsWithIt = async (): Promise<string[]> =>
    (await tapped.exported()).flatMap(({ format, bytes }) => (bytes.includes(NOTE) ? format : []))
  const table = async (version = ''): Promise<string> => {
    const query = `export?format=csv&table=questions-to-everyone${version}`
    return (await tapped.server.call(`${place}/${query}`, { token })).text()
  }
  expect(await formatsWithIt()).toEqual([])
  expect(await table()).not.toContain('What do you hope for?')

  await command(fay, { type: 'reveal-round', round })
  expect((await formatsWithIt()).sort()).toEqual(['csv', 'docx', 'xlsx'])
  expect(await table()).toContain(`What do you hope for?,A few words,`)
  expect(await table()).toContain(`${NOTE},Times,1`)
  expect(await table(`&version=${id}`)).not.toContain(NOTE)
}, 60_000)

test('a discarded round leaves nothing of its answers on disk', async () => {
  const { facilitator, partner } = tapped.board.joined
  const [fay, author] = [
    await tap(facilitator.participant.token),
    await tap(partner.participant.token),
  ]
  const spec = { kind: 'words', question: 'What do you hope for?', anonymous: true, minimum: 3 }
  const reply = await command(fay, { type: 'open-round', spec })
  const round = /"round":"(\w+)"/.exec(reply)?.[1] ?? ''
  await command(author, { type: 'answer', round, value: NOTE })
  const { dir } = tapped.server
  const inFiles = async (): Promise<boolean> => {
    const files = await Promise.all(
      (await readdir(dir)).map((name) => readFile(path.join(dir, name))),
    )
    return Buffer.concat(files).includes(NOTE)
  }
  expect(await inFiles()).toBe(true)
  await command(fay, { type: 'discard-round', round })
  let left = true
  const looking = setInterval(() => void inFiles().then((found) => (left = found)), 100)
  await until(() => !left, 'it is erased from every file')
  clearInterval(looking)
  expect(fay.heard().includes(NOTE)).toBe(false)
})
