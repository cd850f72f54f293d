import * as Y from 'yjs'
import { addObjects } from '../shared/board/commands.ts'
import { rootsOf } from '../shared/board/layout.ts'
import { encodeJson } from '../shared/protocol/messages.ts'
import type { CommandInput } from '../shared/session/commands.ts'
import type { RoundSpec } from '../shared/session/round.ts'
import { joinByHttp } from './board.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone } from './map.ts'
import { openRawSocket, type Peer } from './peer.ts'

/** Writes an object as no honest client would. */
function write({ doc }: Peer, id: string, fields: Readonly<Record<string, unknown>>): void {
  doc.transact(() => rootsOf(doc).objects.set(id, new Y.Map(Object.entries(fields))))
}

test('whatever a foreign client writes, the board is shown, can be worked on, and loses nothing', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const note = (text: string) => ({ type: 'note', size: [120, 120], text: new Y.Text(text) })
  write(peer, 'nan', { ...note('nowhere'), at: [NaN, NaN], order: 7 })
  write(peer, 'far', { ...note('far away'), at: [1e300, -1e300], order: 'a1' })
  write(peer, 'huge', { ...note('huge'), at: [-50, 300], size: [1e300, NaN], order: '' })
  write(peer, 'minus', { ...note('turned over'), at: [200, 0], size: [-80, -80] })
  write(peer, 'newer', { type: 'hologram', at: [0, 200], beam: { power: [1, 2] } })
  write(peer, 'untyped', { at: 'here', type: 12 })
  write(peer, 'empty', {})
  write(peer, 'odd', {
    type: 'note',
    at: new Y.Text('x'),
    text: 42,
    colour: [],
    group: {},
    frame: 3,
  })
  write(peer, 'lost', { type: 'relationship', at: [0, 0], from: 'gone', to: 'nan', ends: 'both' })
  write(peer, 'self', { type: 'connector', at: [0, 0], from: 'self', to: 'self', label: {} })
  write(peer, 'ring-a', { type: 'relationship', at: [0, 0], from: 'ring-b', to: 'ring-b' })
  write(peer, 'ring-b', { type: 'movement', at: [0, 0], from: 'ring-a', to: 'ring-a' })
  write(peer, 'token', { type: 'commitment', at: [0, 0], relationship: 'token' })
  write(peer, 'scrawl', { type: 'drawing', at: [0, 0], size: [9, 9], points: 'A'.repeat(400_000) })
  const chain = Array.from({ length: 12 }, (_, i) => `frame-${i}`)
  for (const [i, id] of chain.entries()) {
    const frame = chain[(i + 1) % chain.length]
    const title = new Y.Text(id)
    write(peer, id, { type: 'frame', at: [1000, i], size: [400, 300], frame, title, group: 'g' })
  }
  peer.doc.getMap<unknown>('objects').set('scalar', 'no object at all')
  const all = rootsOf(peer.doc).objects.size
  addObjects(peer.doc, [{ type: 'note', at: [-300, 0], fields: { text: 'honest' } }], null)

  await person.select('Note honest')
  await person.map.press('ArrowRight')
  await person.map.press('Control+1')
  await person.map.press('Control+a')
  await person.map.press('ArrowDown')
  await person.map.press('Control+c')
  await person.map.press('Control+z')
  await person.deselect()
  await person.page.keyboard.press('Control+k')
  await expect(person.page.getByRole('combobox')).toBeFocused()
  await person.page.keyboard.type('far away')
  await person.page.keyboard.press('Enter')
  await expect(person.map.getByText('Note far away, selected')).toBeAttached()
  await person.isSaved()
  expect(rootsOf(peer.doc).objects.size).toBe(all + 1)

  // Who comes anew sees it too, and every view of it.
  const other = await joinAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  await other.select('Note honest')
  await other.page.getByRole('button', { name: 'Outline' }).click()
  await expect(other.page.getByRole('button', { name: /honest/ }).first()).toBeVisible()
  // The note, and the organisation that came with the other person.
  expect(rootsOf(peer.doc).objects.size).toBe(all + 2)
})

test('a text without end is shown as far as it can be, and none is pasted', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const words = 'all of it and more '
  addObjects(
    peer.doc,
    [
      { type: 'note', at: [-300, 0], fields: { text: words.repeat(6_000) } },
      { type: 'text', at: [100, 0], fields: { text: 'x'.repeat(100_000) } },
      { type: 'shape', at: [-300, -300], fields: { text: `${words}\n`.repeat(6_000) } },
      { type: 'note', at: [0, 0], fields: { text: 'short' } },
    ],
    null,
  )
  await person.editText('Note short')
  await person.page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'y'.repeat(5_000_000))
    const area = document.activeElement
    area?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  })
  await expect(person.page.getByText('A text holds 20000 characters')).toBeVisible()
  await person.page.keyboard.press('Escape')
  await expect
    .poll(() => notesIn(peer.doc).map((text) => text.length))
    .toEqual([6_000 * words.length, 20_000])
  expect(objectsIn(peer.doc)).toHaveLength(4)
  await person.isSaved()
})

test('an answer that is being written outlives a reload in its tab alone, whatever the question, and no longer than that', async ({
  server,
  board,
  joinAs,
  peerAs,
}) => {
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const [council, trust] = objectsIn(helper.doc, 'organisation')
  addObjects(
    helper.doc,
    [
      { id: 'tie', type: 'relationship', at: [0, 0], fields: { from: council!.id, to: trust!.id } },
      { id: 'beds', type: 'note', at: [0, 200], fields: { text: 'Beds' } },
    ],
    null,
  )
  const { participant } = await joinByHttp(
    server,
    board,
    'facilitator',
    'Fred',
    'Northbank Council',
  )
  const socket = await openRawSocket(server, board, participant.token)
  const command = (body: CommandInput): void =>
    socket.send(encodeJson(102, { id: `${body.type} ${Math.random()}`, ...body }))
  const { page } = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const question = page.getByRole('region', { name: 'Question to everyone' })
  const radio = (name: string | RegExp) => question.getByRole('radio', { name }).first()
  const kept = () =>
    page.evaluate(() => {
      const isDraft = (key: string): boolean => key.startsWith('rapport.drafts')
      return [sessionStorage, localStorage].map((one) => Object.keys(one).filter(isDraft).length)
    })

  const common = { anonymous: false, minimum: 1 }
  const axes = {
    across: { label: 'Power', low: 'Little', high: 'Much' },
    up: { label: 'Interest', low: 'Little', high: 'Much' },
  }
  const asked: { spec: RoundSpec; begin(): Promise<void>; isThere(): Promise<void> }[] = [
    {
      spec: { kind: 'trust', question: 'Trust?', ...common, relationships: null },
      begin: () => question.getByRole('textbox').fill('They never phone back'),
      isThere: () => expect(question.getByRole('textbox')).toHaveValue('They never phone back'),
    },
    {
      spec: { kind: 'vote', question: 'Which?', ...common, objects: ['beds'], dots: 3 },
      begin: () => question.getByRole('button', { name: 'Place a dot on Beds' }).click(),
      isThere: () => expect(question.getByText('2 dots left')).toBeVisible(),
    },
    {
      spec: { kind: 'scale', question: 'Ready?', ...common, low: 'No', high: 'Yes' },
      begin: () => radio('4').press('Space'),
      isThere: () => expect(radio('4')).toBeChecked(),
    },
    {
      spec: { kind: 'placement', question: 'Where?', ...common, ...axes },
      begin: () => question.getByRole('slider', { name: 'Power' }).press('End'),
      isThere: () => expect(question.getByRole('slider', { name: 'Power' })).toHaveValue('10'),
    },
    {
      spec: { kind: 'truth', question: 'True?', ...common, objects: ['beds'] },
      begin: () => radio('Partly').press('Space'),
      isThere: () => expect(radio('Partly')).toBeChecked(),
    },
    {
      spec: { kind: 'words', question: 'In a word?', ...common },
      begin: () => question.getByRole('textbox').fill('Candour'),
      isThere: () => expect(question.getByRole('textbox')).toHaveValue('Candour'),
    },
  ]
  for (const { spec, begin, isThere } of asked) {
    command({ type: 'open-round', spec })
    await expect(question.getByRole('heading', { name: spec.question })).toBeVisible()
    await begin()
    await page.reload()
    await isThere()
    expect(await kept()).toEqual([1, 0])
    // Nothing was given.
    await expect(question.getByText('0 answers')).toBeVisible()
    if (spec.kind === 'words') break
    const round = await page.evaluate(
      () =>
        JSON.parse(Object.values(sessionStorage).find((text) => text.includes('"round"'))).round,
    )
    command({ type: 'discard-round', round })
    await expect(question).toBeHidden()
    expect(await kept()).toEqual([0, 0])
  }
  await question.getByRole('button', { name: 'Give your answer' }).click()
  await expect(question.getByText('1 answer ·')).toBeVisible()
  await expect.poll(kept).toEqual([0, 0])
})
