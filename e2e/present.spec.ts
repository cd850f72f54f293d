import { addObjects } from '../shared/board/commands.ts'
import { rootsOf } from '../shared/board/layout.ts'
import { expect, test } from './fixtures.ts'
import { Fingers } from './touch.ts'

const frames = [
  { id: 'third', type: 'frame', at: [0, 900], size: [800, 600], fields: { title: 'Decisions' } },
  { id: 'first', type: 'frame', at: [0, 0], size: [960, 600], fields: { title: 'Welcome' } },
  { id: 'second', type: 'frame', at: [1100, 20], size: [960, 600], fields: { title: 'The map' } },
  { type: 'note', at: [40, 200], frame: 'first', fields: { text: 'Agree what we are here for' } },
] as const

test('frames are presented one after another, to observers too, by keys, click and swipe', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  addObjects(peer.doc, frames, null)
  const observer = await joinAs('observer', 'Sian Hughes')
  const { page } = observer
  const show = page.getByRole('dialog', { name: 'Presentation' })
  const shows = (words: string) => expect(show.getByRole('status')).toHaveText(words)
  await observer.map.focus()
  await observer.map.press('Control+Alt+p')
  await shows('Page 1 of 3: Welcome')
  await expect(show.getByText('Note Agree what we are here for')).toBeAttached()
  await expectAccessible(page)
  await page.keyboard.press('ArrowRight')
  await shows('Page 2 of 3: The map')
  await page.keyboard.press(' ')
  await shows('Page 3 of 3: Decisions')
  await page.keyboard.press(' ')
  await shows('Page 3 of 3: Decisions')
  await page.keyboard.press('Home')
  await shows('Page 1 of 3: Welcome')
  await page.mouse.click(900, 300)
  await shows('Page 2 of 3: The map')
  await page.mouse.click(60, 300)
  await shows('Page 1 of 3: Welcome')
  const fingers = await Fingers.on(observer)
  await fingers.drag([200, 0], [-100, 20])
  await shows('Page 2 of 3: The map')

  // A frame that somebody takes away is left out; without any the board is there again.
  rootsOf(peer.doc).objects.delete('second')
  await shows('Page 2 of 2: Decisions')
  await page.keyboard.press('Escape')
  await expect(show).toBeHidden()
  await expect(observer.map).toBeFocused()
  await observer.map.press('Control+Alt+p')
  await shows('Page 1 of 2: Welcome')
  for (const id of ['first', 'third']) rootsOf(peer.doc).objects.delete(id)
  await expect(show).toBeHidden()
})

test('who presents is told of a question, and comes back to the board to answer it', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  addObjects(peer.doc, frames, null)
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const { page } = partner
  await partner.choose('More', 'Present the frames')
  await expect(page.getByRole('dialog', { name: 'Presentation' })).toBeVisible()
  await facilitator.page.getByRole('button', { name: 'Ask everyone' }).click()
  await facilitator.page.getByRole('radio', { name: 'Scale' }).press('Space')
  await facilitator.page.getByRole('button', { name: 'Put the question' }).click()
  const asked = page.getByRole('button', { name: 'A question to everyone: How ready are we?' })
  await expect(asked).toBeVisible()
  await expectAccessible(page)
  await asked.click()
  await expect(page.getByRole('region', { name: 'Question to everyone' })).toBeVisible()
})
