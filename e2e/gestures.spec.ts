import { addObjects } from '../shared/board/commands.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage, type Place } from './map.ts'
import type { Peer } from './peer.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', hasTouch: true } })

const note = (text: string, [x, y]: Place) => ({
  type: 'note',
  at: [x - 60, y - 60] as const,
  size: [120, 120] as const,
  fields: { text },
})

const places = ({ doc }: Peer) => objectsIn(doc, 'note').map(({ at }) => at)

test('undo and other keys in the middle of a drag give up the drag at most, and no work before it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('one', [100, 0])], null)
  await person.select('Note one')
  await person.deselect()
  await drag(person, [100, 0], [-100, 0], { held: ['Control'] })
  await expect.poll(() => places(peer)).toEqual([[-160, -60]])

  await mouse.move(...(await onPage(person, [-100, 0])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [-100, 100])), { steps: 4 })
  for (const key of ['Delete', 'Control+d', 'n', 'ArrowDown', 'Control+v'])
    await keyboard.press(key)
  await mouse.move(...(await onPage(person, [-100, 150])), { steps: 4 })
  await keyboard.down('Control')
  await mouse.up()
  await keyboard.up('Control')
  await expect.poll(() => places(peer)).toEqual([[-160, 90]])

  await mouse.move(...(await onPage(person, [-100, 150])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [50, 150])), { steps: 4 })
  await keyboard.press('Control+z')
  await mouse.move(...(await onPage(person, [150, 150])), { steps: 4 })
  await mouse.up()
  await person.map.press('ArrowRight')
  // The arrow tells that the keys are heard again, and that nothing else has happened.
  await expect.poll(() => places(peer)).toEqual([[-159, 90]])
})

test('a copy that is abandoned on its way stays away, and undo never reaches past it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('', [-250, 0]), note('two', [250, 0])], null)
  await person.select('Note two')
  await person.page.mouse.dblclick(...(await onPage(person, [-250, 0])))
  await keyboard.type('precious')
  await keyboard.press('Escape')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['precious', 'two'])
  await person.deselect()

  const takeCopy = async (): Promise<void> => {
    await mouse.move(...(await onPage(person, [250, 0])))
    await keyboard.down('Alt')
    await mouse.down()
    await mouse.move(...(await onPage(person, [250, 150])), { steps: 4 })
    await keyboard.up('Alt')
    await expect.poll(() => objectsIn(peer.doc, 'note')).toHaveLength(3)
  }
  for (const keys of [['Control+z', 'Escape'], ['Escape'], ['Escape', 'Control+Shift+z']]) {
    await takeCopy()
    for (const key of keys) await keyboard.press(key)
    await mouse.up()
    await expect.poll(() => notesIn(peer.doc)).toEqual(['precious', 'two'])
    await person.isSaved()
  }
  expect(notesIn(peer.doc)).toEqual(['precious', 'two'])
})

test('panning with the middle button pastes nothing of what was marked before', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('one', [-250, 0])], null)
  await person.editText('Note one')
  // On Linux what is marked is what the middle button pastes.
  await keyboard.press('Control+a')
  await keyboard.press('Escape')
  await person.deselect()
  for (const to of [
    [100, 250],
    [0, 200],
  ] as const) {
    await mouse.move(...(await onPage(person, [0, 200])))
    await mouse.down({ button: 'middle' })
    await mouse.move(...(await onPage(person, to)), { steps: 4 })
    await mouse.up({ button: 'middle' })
  }
  await person.tools.click({ button: 'middle', position: { x: 2, y: 2 } })
  // The map went along, so the note is found where it is now.
  await mouse.click(...(await onPage(person, [-150, 50])))
  await expect(person.map.getByText('Note one, selected')).toBeAttached()
  await person.map.press('ArrowRight')
  await expect.poll(() => places(peer)[0]).toEqual([-309, -60])
  expect(notesIn(peer.doc)).toEqual(['one'])
  // In an open text the button is the browser's.
  await person.map.press('Enter')
  const text = person.map.getByRole('textbox')
  await expect(text).toBeFocused()
  const prevented = await text.evaluate((area) =>
    ['mousedown', 'mouseup'].map(
      (type) =>
        !area.dispatchEvent(new MouseEvent(type, { button: 1, bubbles: true, cancelable: true })),
    ),
  )
  expect(prevented).toEqual([false, false])
})
