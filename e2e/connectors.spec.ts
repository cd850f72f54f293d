import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage } from './map.ts'
import { Fingers } from './touch.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', hasTouch: true } })

const note = (text: string, x: number, y: number) => ({
  type: 'note',
  at: [x - 60, y - 60] as const,
  size: [120, 120] as const,
  fields: { text },
})

test('the end of a connector is moved to another object, by mouse, touch and keyboard', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const [one, two, three] = addObjects(
    peer.doc,
    [note('one', -450, 0), note('two', -50, 0), note('three', -50, 220)],
    null,
  )
  addObjects(peer.doc, [{ type: 'connector', at: [0, 0], fields: { from: one, to: two } }], null)
  const ends = () => objectsIn(peer.doc, 'connector').map(({ fields: { from, to } }) => [from, to])
  await person.select('Note one')
  await person.deselect()
  const line = await onPage(person, [-250, 0])
  await person.page.mouse.click(...line)
  await expect(person.details).toBeVisible()

  await drag(person, [-114, 0], [-50, 220])
  await expect.poll(ends).toEqual([[one, three]])
  await person.map.press('Control+z')
  await expect.poll(ends).toEqual([[one, two]])

  // Where nothing is, and after Escape, it stays.
  await drag(person, [-114, 0], [-250, 250])
  const [x, y] = await onPage(person, [-114, 0])
  await person.page.mouse.move(x, y)
  await person.page.mouse.down()
  await person.page.mouse.move(...(await onPage(person, [-50, 220])))
  await person.page.keyboard.press('Escape')
  await person.page.mouse.up()
  expect(ends()).toEqual([[one, two]])

  const fingers = await Fingers.on(person)
  await fingers.drag([-386, 0], [-50, 220])
  await expect.poll(ends).toEqual([[three, two]])

  await person.details.getByRole('button', { name: /^To: / }).press('Enter')
  await person.page.getByRole('menuitemradio', { name: 'one', exact: true }).press('Enter')
  await expect.poll(ends).toEqual([[three, one]])
})

test('a reach is drawn from either of its ends; drawn between others it says what it is between', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(
    peer.doc,
    [
      { id: 'ob', type: 'objective', at: [-400, 0], fields: { title: 'Fewer waits' } },
      { id: 'pp', type: 'people', at: [100, 0], fields: { title: 'Carers' } },
      { id: 'og', type: 'organisation', at: [-400, -200], fields: { name: 'Council' } },
    ],
    null,
  )
  const choose = async (): Promise<void> => {
    await person.map.focus()
    await person.map.press('Control+k')
    const commands = person.page.getByRole('dialog', { name: 'All commands' })
    await commands.getByRole('combobox').fill('Tool: Reach')
    await commands.getByRole('option', { name: /^Tool: Reach/ }).click()
  }
  const said = person.page.getByText('Drag from an objective to the people or place')
  await choose()
  // Told of the tool when it is used for the first time.
  await expect(said).toBeVisible()
  await person.page.getByRole('button', { name: 'Close' }).click()
  await expect(said).toHaveCount(0)
  await drag(person, [-340, -150], [150, 50])
  await expect(said).toBeVisible()
  expect(objectsIn(peer.doc, 'reach')).toEqual([])
  await choose()
  await drag(person, [150, 50], [-340, 50])
  await expect
    .poll(() => objectsIn(peer.doc, 'reach').map(({ fields }) => fields))
    .toMatchObject([{ from: 'ob', to: 'pp' }])
})
