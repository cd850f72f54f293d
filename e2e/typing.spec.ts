import { addObjects, removeObjects } from '../shared/board/commands.ts'
import { grownFor } from '../shared/objects/grown.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, onPage } from './map.ts'

test('a sentence goes on after its note was deleted: it works nothing on the map, and comes back whole', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { page, map } = person
  await map.press('n')
  await page.mouse.click(...(await onPage(person, [0, 0])))
  const typed = map.getByRole('textbox')
  await expect(typed).toBeFocused()
  await page.keyboard.type('We need ')
  await expect.poll(() => objectsIn(peer.doc)[0]?.fields['text']).toBe('We need ')

  const [made] = objectsIn(peer.doc)
  const { id = '', at } = made ?? {}
  removeObjects(peer.doc, [id], null)
  const message = page.getByRole('status').filter({ hasText: 'Note We need was deleted' })
  await expect(message).toBeVisible()
  await expect(typed).toBeHidden()
  await expect(map).toBeFocused()
  await page.keyboard.type('now\nso')
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(objectsIn(peer.doc)).toEqual([])

  await message.getByRole('button', { name: 'Put it back' }).click()
  await expect
    .poll(() => objectsIn(peer.doc))
    .toMatchObject([{ id, type: 'note', at, fields: { text: 'We need now\nso' } }])
  await map.focus()
  await map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc)).toEqual([])
})

test('a text without words leaves nothing behind, in no step of undo either', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { page, map } = person
  const typed = map.getByRole('textbox')
  const begin = async (): Promise<void> => {
    await map.press('t')
    await page.mouse.click(...(await onPage(person, [0, 0])))
    await expect(typed).toBeFocused()
    await expect.poll(() => objectsIn(peer.doc, 'text')).toHaveLength(1)
  }
  const end = async (): Promise<void> => {
    await typed.press('Escape')
    await expect(typed).toBeHidden()
  }
  const words = (): unknown[] => objectsIn(peer.doc, 'text').map(({ fields }) => fields['text'])
  await map.press('n')
  await page.mouse.click(...(await onPage(person, [-200, 0])))
  await page.keyboard.type('Beds')
  await end()
  await map.press('Escape')
  await map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'note')[0]?.fields['text']).toBe('')

  await begin()
  await end()
  await expect.poll(words).toEqual([])
  await map.press('Control+Shift+z')
  await expect.poll(() => objectsIn(peer.doc, 'note')[0]?.fields['text']).toBe('Beds')
  await map.press('Control+z')
  await map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc)).toEqual([])

  // Words and what carries them are undone together, and what was emptied comes back with its words.
  await begin()
  await page.keyboard.type('Now')
  await end()
  await map.press('Enter')
  await expect(typed).toBeFocused()
  await page.keyboard.press('Delete')
  await expect.poll(words).toEqual([''])
  await end()
  await expect.poll(words).toEqual([])
  await map.press('Control+z')
  await expect.poll(words).toEqual(['Now'])
  await map.press('Control+z')
  await expect.poll(words).toEqual([])
  // The step before all of these: the board was emptied.
  await map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'organisation')).toHaveLength(2)
  expect(words()).toEqual([])
})

const LONG = 'Two discharge coordinators from the council. '.repeat(16).trim()

test('a note grows with what two people type into it at once', async ({ joinAs, peerAs }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const other = await joinAs('partner', 'Bryn Hughes', 'Riverside NHS Trust')
  const { page, map } = person
  const typed = map.getByRole('textbox')
  await map.press('n')
  await page.mouse.click(...(await onPage(person, [0, 0])))
  await page.keyboard.type('Now ')
  const size = () => objectsIn(peer.doc, 'note')[0]?.size
  const written = () => String(objectsIn(peer.doc, 'note')[0]?.fields['text'])
  await other.editText('Note Now')
  const others = other.map.getByRole('textbox')
  await others.press('ArrowRight')
  await page.keyboard.insertText(LONG)
  await expect.poll(() => size()?.[1]).toBeGreaterThan(220)
  await other.page.keyboard.insertText(` ${LONG}`)
  await expect(typed).toHaveValue(/council\..*council\. Two/s)
  await expect.poll(() => written().length).toBe('Now '.length + 2 * LONG.length + 1)

  // Each made room for what they knew of; who closes the text last knows all of it.
  await typed.press('Escape')
  await others.press('Escape')
  await expect(others).toBeHidden()
  await expect
    .poll(() => objectsIn(peer.doc, 'note').map((note) => grownFor(note)?.size[1]))
    .toEqual([undefined])
  await expect.poll(() => size()?.[1]).toBeGreaterThan(440)
})

test('a note grows with what is typed into it in the details, as one step of undo', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [{ type: 'note', at: [-88, -200], fields: { text: 'short' } }], null)
  await person.select('Note short')
  await person.details.getByRole('textbox', { name: 'Text', exact: true }).fill(LONG)
  const note = () => objectsIn(peer.doc, 'note')[0]
  await expect.poll(() => note()?.size[1]).toBeGreaterThan(200)
  await person.map.focus()
  await person.map.press('Control+z')
  await expect.poll(note).toMatchObject({ size: [176, 176], fields: { text: 'short' } })
})

test('a long note of somebody else’s is cut while it lies, and has its colour below it while it is open; undo takes back what it grew by', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { page, map } = person
  addObjects(
    peer.doc,
    [
      {
        type: 'note',
        at: [-88, -200],
        size: [176, 176],
        fields: { text: LONG, colour: 'notePink' },
      },
    ],
    null,
  )
  await person.editText(`Note ${LONG.slice(0, 79)}…`)
  const typed = map.getByRole('textbox')
  await expect(typed).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await typed.press('End')
  await page.keyboard.type('!')
  await expect.poll(() => objectsIn(peer.doc, 'note')[0]?.size[1]).toBeGreaterThan(200)
  await expect(typed).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await typed.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'note')[0]?.size[1]).toBe(176)
})

test('what is read from right to left stands at the right while it is typed, with the carets of others in it', async ({
  joinAs,
  peerAs,
}) => {
  const { person } = await alone(joinAs, peerAs)
  const other = await joinAs('partner', 'Bryn Hughes', 'Riverside NHS Trust')
  const { page, map } = person
  await map.press('n')
  await page.mouse.click(...(await onPage(person, [0, 0])))
  const typed = map.getByRole('textbox')
  await expect(typed).toBeFocused()
  await page.keyboard.insertText('שלום לכולם')
  await expect(typed).toHaveCSS('direction', 'rtl')
  await expect(typed).toHaveCSS('text-align', 'start')
  await other.editText('Note שלום לכולם')
  const area = await typed.boundingBox()
  if (!area) throw new Error('the text is open')
  const caret = map.locator('[data-canvas="carets"] span span').first()
  const fromLeft = async (): Promise<number> =>
    ((await caret.boundingBox())?.x ?? Number.NaN) - area.x
  await other.page.keyboard.press('Control+Home')
  await expect.poll(fromLeft).toBeGreaterThan(area.width - 4)
  await other.page.keyboard.press('Control+End')
  await expect.poll(fromLeft).toBeLessThan(area.width / 2)
})
