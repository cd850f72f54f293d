import type { Route } from '@playwright/test'
import { addObjects } from '../shared/board/commands.ts'
import type { BoardObject } from '../shared/board/object.ts'
import { colour } from '../shared/look/palette.ts'
import type { Board } from './board.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage } from './map.ts'
import type { BoardPage } from './pages/board-page.ts'
import type { Peer } from './peer.ts'

const only = ({ doc }: Peer, type: string): BoardObject | undefined => objectsIn(doc, type)[0]

test('shapes are placed by mouse and by keyboard, in the look chosen beside the tool', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  await person.map.press('s')
  await person.page.getByRole('radio', { name: 'Diamond' }).check()
  await drag(person, [-200, -100], [0, 20])
  await person.page.keyboard.type('Home today?')
  await person.page.keyboard.press('Escape')
  await expect
    .poll(() => only(peer, 'shape')?.fields)
    .toMatchObject({ kind: 'diamond', text: 'Home today?' })
  await person.deselect()
  await person.map.press('s')
  await person.page.getByRole('radio', { name: 'Ellipse' }).check()
  await person.map.focus()
  await person.map.press('Enter')
  await person.page.keyboard.type('Then')
  await person.page.keyboard.press('Escape')
  await expect
    .poll(() => objectsIn(peer.doc, 'shape').map(({ fields }) => fields['kind']))
    .toEqual(expect.arrayContaining(['diamond', 'ellipse']))
})

test('a connector joins any two objects and stays with them', async ({ joinAs, peerAs }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const [a, b] = addObjects(
    peer.doc,
    [
      { type: 'note', at: [-400, -80], size: [160, 160], fields: { text: 'one' } },
      { type: 'shape', at: [200, -60], size: [160, 120] },
    ],
    null,
  )
  await person.select('Note one')
  await person.deselect()
  await person.map.press('1')
  await person.map.press('0')
  await person.map.press('c')
  await person.map.press('Escape')
  await person.map.press('Control+a')
  await person.map.press('Control+j')
  await expect.poll(() => only(peer, 'connector')?.fields).toMatchObject({ from: a, to: b })
  await person.map.press('Enter')
  await person.page.keyboard.type('if not')
  await person.page.keyboard.press('Escape')
  await expect.poll(() => only(peer, 'connector')?.fields['label']).toBe('if not')
})

test('a copy lands on another board with its ties, and a list becomes notes', async ({
  server,
  joinAs,
  peerAs,
  newPerson,
}) => {
  const { createBoard } = await import('./board.ts')
  const other: Board = await createBoard(server, { title: 'Another board' })
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const [north, riverside] = objectsIn(helper.doc, 'organisation')
  addObjects(
    helper.doc,
    [{ type: 'relationship', at: [0, 0], fields: { from: north!.id, to: riverside!.id } }],
    null,
  )
  await person.select('Relationship Northbank Council – Riverside NHS Trust')
  await person.map.focus()
  await person.map.press('Control+a')
  // A clipboard of its own for each test: the events are what a browser raises for its keys.
  const clip = await person.page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }))
    return clipboardData.getData('text/html')
  })
  expect(await newPerson()).toBeDefined()
  const second = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', other)
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council', other)
  const paste = (type: string, text: string) =>
    second.page.evaluate(
      ([kind = '', content = '']) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(kind, content)
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
      },
      [type, text],
    )
  await second.map.focus()
  await paste('text/html', clip)
  await expect.poll(() => objectsIn(peer.doc, 'organisation')).toHaveLength(4)
  const tie = only(peer, 'relationship')
  const pasted = objectsIn(peer.doc, 'organisation').slice(-4)
  for (const end of ['from', 'to']) expect(pasted.map(({ id }) => id)).toContain(tie?.fields[end])
  await paste('text/plain', '• Beds\n• Carers at home\nTransport\t12')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Beds', 'Carers at home', 'Transport\n12'])
  await paste('text/plain', 'x'.repeat(5_000_000))
  await expect(second.page.getByText('too much to paste')).toBeVisible()
  expect(notesIn(peer.doc)).toHaveLength(3)
})

test('several objects are lined up, grouped, moved as one, and copied with Alt', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(
    peer.doc,
    [-300, -60, 240].map((x, i) => ({
      type: 'note',
      at: [x, i * 30] as const,
      size: [120, 120] as const,
      fields: { text: `note ${i}` },
    })),
    null,
  )
  await person.select('Note note 0')
  await person.map.press('Control+a')
  const bar = person.page.getByRole('toolbar', { name: 'Arrange what is selected' })
  await bar.getByRole('button', { name: 'Align top' }).click()
  await expect.poll(() => objectsIn(peer.doc, 'note').map(({ at }) => at[1])).toEqual([0, 0, 0])
  await person.map.focus()
  await person.map.press('Control+g')
  await expect
    .poll(() => new Set(objectsIn(peer.doc, 'note').map(({ fields }) => fields['group'])).size)
    .toBe(1)
  await person.map.press('Shift+ArrowDown')
  await expect.poll(() => objectsIn(peer.doc, 'note').map(({ at }) => at[1])).toEqual([10, 10, 10])
  await person.map.press('Control+d')
  await expect.poll(() => objectsIn(peer.doc, 'note')).toHaveLength(6)
  await expect
    .poll(() => new Set(objectsIn(peer.doc, 'note').map(({ fields }) => fields['group'])).size)
    .toBe(2)
})

/** How many pixels left and right of the middle of the map are pink. */
const pinkOn = ({ page }: BoardPage): Promise<readonly [number, number]> =>
  page.evaluate(
    (pink) => {
      const canvas = document.querySelector<HTMLCanvasElement>('[role="application"] canvas')
      const { width = 0, height = 0 } = canvas ?? {}
      const data = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      const wanted = [1, 3, 5].map((at) => Number.parseInt(pink.slice(at, at + 2), 16))
      const sides: [number, number] = [0, 0]
      for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
        if (wanted.every((value, part) => data[at + part] === value))
          sides[pixel % width < width / 2 ? 0 : 1] += 1
      }
      return sides
    },
    colour('notePink', 'light'),
  )

test('from so far off that it is a few pixels, a shape still has its colour', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(
    peer.doc,
    [-9000, 9000].map((x) => ({
      type: 'shape',
      at: [x, 0] as const,
      size: [100, 80] as const,
      fields: { fill: 'notePink', text: 'Seen from afar' },
    })),
    null,
  )
  await person.map.focus()
  await expect(async () => {
    await person.map.press('1')
    const [left, right] = await pinkOn(person)
    for (const pixels of [left, right]) {
      expect(pixels).toBeGreaterThan(4)
      expect(pixels).toBeLessThan(80)
    }
  }).toPass()
})

test('many objects are seen to move together with what is dragged, and stay where they are dropped', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const places = Array.from(
    { length: 60 },
    (_, i) => [-420 + (i % 10) * 34, -90 + Math.floor(i / 10) * 34] as const,
  )
  addObjects(
    peer.doc,
    places.map((at) => ({ type: 'shape', at, size: [24, 24], fields: { fill: 'notePink' } })),
    null,
  )
  await expect.poll(async () => (await pinkOn(person))[0]).toBeGreaterThan(60 * 300)
  const [there] = await pinkOn(person)
  await person.map.press('Control+a')
  const { mouse } = person.page
  await mouse.move(...(await onPage(person, [-408, -78])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [-300, -70])), { steps: 3 })
  await mouse.move(...(await onPage(person, [20, -60])), { steps: 3 })
  const isAcross = async (): Promise<void> => {
    const [left, right] = await pinkOn(person)
    expect(left).toBe(0)
    expect(Math.abs(right - there)).toBeLessThan(there * 0.1)
  }
  await expect(isAcross).toPass()
  expect(objectsIn(peer.doc, 'shape').every(({ at }) => at[0] < 0)).toBe(true)
  await mouse.up()
  await expect.poll(() => objectsIn(peer.doc, 'shape').every(({ at }) => at[0] >= 0)).toBe(true)
  await person.deselect()
  await expect(isAcross).toPass()
})

test('commands, words and objects are found by typing', async ({ joinAs, peerAs, board }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const [id] = addObjects(
    peer.doc,
    [{ type: 'note', at: [0, 0], fields: { text: 'Who phones the family?' } }],
    null,
  )
  await person.select('Note Who phones the family?')
  await person.deselect()
  // What is typed while the list is on its way stands in it, and Enter is heard too.
  const asked = new Promise<Route>((resolve) => {
    void person.page.route(/palette.*\.js$/, resolve)
  })
  await person.map.press('Control+k')
  const route = await asked
  await person.page.keyboard.type('select alx')
  await person.page.keyboard.press('Backspace')
  await person.page.keyboard.type('l')
  await person.page.keyboard.press('Enter')
  await route.continue()
  await expect(person.details).toBeVisible()
  await person.deselect()
  await person.map.press('Control+k')
  await expect(person.page.getByRole('combobox')).toBeFocused()
  await person.page.keyboard.type('select all')
  await person.page.keyboard.press('Enter')
  await expect(person.details).toBeVisible()
  await person.deselect()
  await person.map.press('Control+f')
  await expect(person.page.getByRole('combobox')).toBeFocused()
  await person.page.keyboard.type('PHONES')
  await person.page.keyboard.press('Enter')
  await expect(person.map.getByText('Note Who phones the family?, selected')).toBeAttached()
  // What somebody writes meanwhile is found too.
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.type('carers')
  await expect(person.page.getByRole('search').getByText('0 found')).toBeVisible()
  addObjects(peer.doc, [{ type: 'note', at: [300, 0], fields: { text: 'Carers know' } }], null)
  await expect(person.page.getByRole('option', { name: 'Note Carers know' })).toBeVisible()
  await person.page.keyboard.press('Escape')
  await expect(person.map).toBeFocused()
  const address = new URL(person.page.url())
  expect(address.pathname).toContain(board.id)
  await person.page.goto('about:blank')
  await person.page.goto(`${address.href}#object=${id}`)
  await person.isReady()
  await expect(person.map.getByText('Note Who phones the family?, selected')).toBeAttached()
  // On a phone, which opens on the session, it leads to the map as well.
  await person.page.setViewportSize({ width: 390, height: 844 })
  await person.page.reload()
  await expect(person.details).toBeVisible()
  await person.page.goto(address.href)
  await expect(person.page.getByRole('heading', { name: 'No stage is chosen yet' })).toBeVisible()
})

test('a comment is answered and resolved by another', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [{ type: 'note', at: [0, 0], fields: { text: 'beds' } }], null)
  await person.select('Note beds')
  await person.map.press('Control+Shift+m')
  await expect(person.page.getByRole('textbox', { name: 'Write a comment' })).toBeFocused()
  await person.page.keyboard.type('Is that the right word?')
  await person.page.keyboard.press('Control+Enter')
  const partner = await joinAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  await partner.map.focus()
  await partner.map.press('Control+k')
  await expect(partner.page.getByRole('combobox')).toBeFocused()
  await partner.page.keyboard.type('show all comments')
  await partner.page.keyboard.press('Enter')
  const panel = partner.page.getByRole('region', { name: 'Comments' })
  await panel.getByRole('textbox', { name: 'Answer' }).fill('I think so')
  await partner.page.keyboard.press('Control+Enter')
  await expect(person.page.getByText('I think so')).toBeVisible()
  await expectAccessible(partner.page)
  await panel.getByRole('button', { name: 'Resolve' }).click()
  await expect(person.page.getByRole('button', { name: 'Show 1 resolved thread' })).toBeVisible()
})
