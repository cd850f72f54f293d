import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage } from './map.ts'

test('what a facilitator locks stays as it is for everyone, and says why, until it is unlocked', async ({
  joinAs,
  peerAs,
}) => {
  const { person: facilitator, peer } = await alone(joinAs, peerAs)
  addObjects(
    peer.doc,
    [{ type: 'note', at: [-60, -60], size: [120, 120], fields: { text: 'rules' } }],
    null,
  )
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await facilitator.select('Note rules')
  await facilitator.map.press('Control+Shift+l')
  await expect(facilitator.page.getByText('Locked: it stays as it is')).toBeVisible()

  const words = partner.page.getByText('That is locked. A facilitator can unlock it.')
  // The lock reaches this window when it does.
  await partner.select('Note rules, locked')
  await expect(partner.details.getByText('That is locked.')).toBeVisible()
  await expect(partner.details.getByRole('textbox')).toHaveCount(0)
  await expect(partner.details.getByRole('button', { name: /Delete|Unlock/ })).toHaveCount(0)
  await partner.map.press('Delete')
  await expect(partner.page.getByRole('status').getByText(/^That is locked/)).toBeVisible()
  await partner.map.press('Enter')
  await partner.map.press('ArrowDown')
  await expect(partner.map.getByRole('textbox')).toBeHidden()
  await expect(words.first()).toBeVisible()

  // Not even the facilitator moves it by accident.
  await drag(facilitator, [0, 0], [100, 100])
  await expect(facilitator.page.getByText('That is locked. Unlock it to change it.')).toBeVisible()
  expect(objectsIn(peer.doc, 'note').map(({ at }) => at)).toEqual([[-60, -60]])

  await facilitator.select('Note rules, locked')
  await facilitator.map.click({ button: 'right' })
  await facilitator.page.getByRole('menuitem', { name: 'Unlock' }).click()
  await expect(facilitator.details.getByRole('button', { name: 'Lock', exact: true })).toBeVisible()
  await expect(partner.details.getByRole('button', { name: 'Delete' })).toBeVisible()
  await partner.map.focus()
  await partner.map.press('ArrowDown')
  await expect.poll(() => objectsIn(peer.doc, 'note').map(({ at }) => at)).toEqual([[-60, -59]])
  await partner.details.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => objectsIn(peer.doc, 'note')).toEqual([])
})

test('what was selected before editing was paused can’t be deleted meanwhile', async ({
  joinAs,
  peerAs,
}) => {
  const { person: facilitator, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [{ type: 'note', at: [-60, -60], fields: { text: 'ours' } }], null)
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await partner.select('Note ours')
  const bin = partner.details.getByRole('button', { name: 'Delete' })
  await expect(bin).toBeVisible()
  const pause = async (name: string): Promise<void> => {
    await facilitator.page.getByRole('button', { name: 'Run the session' }).click()
    await facilitator.page.getByRole('menuitem', { name }).click()
  }
  await pause('Pause editing for everyone')
  await expect(bin).toHaveCount(0)
  await partner.map.press('Delete')
  await pause('Let everyone edit again')
  await expect(bin).toBeVisible()
  expect(objectsIn(peer.doc, 'note')).toHaveLength(1)
})

test('who draws while editing is paused has the map in hand afterwards, and no pen', async ({
  joinAs,
  peerAs,
}) => {
  const { person: facilitator, peer } = await alone(joinAs, peerAs)
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const { mouse } = partner.page
  const inks = (): number =>
    [...peer.provider.awareness.getStates().values()].filter(({ ink }) => ink).length
  await expect(partner.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await partner.map.press('p')
  await mouse.move(...(await onPage(partner, [-200, -100])))
  await mouse.down()
  await mouse.move(...(await onPage(partner, [-100, -100])), { steps: 4 })
  await expect.poll(inks).toBe(1)
  await facilitator.page.getByRole('button', { name: 'Run the session' }).click()
  await facilitator.page.getByRole('menuitem', { name: 'Pause editing for everyone' }).click()
  await expect(partner.tools.getByRole('button', { name: 'Note', exact: true })).toHaveCount(0)
  await mouse.move(...(await onPage(partner, [0, -100])), { steps: 4 })
  await expect.poll(inks).toBe(0)
  await mouse.up()
  await expect(partner.tools.getByRole('button', { name: 'Select' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('where a page has no clipboard, what was written before a pause and the link to an object are shown', async ({
  joinAs,
  peerAs,
}) => {
  const { person: facilitator, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [{ type: 'note', at: [-60, -60], fields: { text: 'ours' } }], null)
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const { page } = partner
  // As it is without HTTPS.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await partner.select('Note ours')
  await partner.map.press('Enter')
  await page.keyboard.type('We need beds')
  await facilitator.page.getByRole('button', { name: 'Run the session' }).click()
  await facilitator.page.getByRole('menuitem', { name: 'Pause editing for everyone' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('This is what you wrote: We need beds')).toBeVisible()
  const [x, y] = await onPage(partner, [0, 0])
  await page.mouse.click(x, y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy a link to this' }).click()
  await expect(page.getByText(/^This is the link: http.*#object=/)).toBeVisible()
})
