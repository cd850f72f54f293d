import { addObjects } from '../shared/board/commands.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'

test('keys are the map’s while nothing has the keyboard, but not beside the outline', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const { page, map } = await joinAs('partner', 'Amara Okafor', 'Northbank Council')
  const outline = page.getByRole('button', { name: 'Outline', exact: true })
  for (const key of ['n', 'Enter', 'B', 'e', 'd', 's', 'Escape']) await page.keyboard.press(key)
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Beds'])

  // Selected, and not on the map: neither letters nor Delete are for it.
  await outline.click()
  await expect(map).toBeHidden()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Delete')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await outline.click()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('ControlOrMeta+d')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Beds', 'Beds'])
})

test('keys are the map’s after a button beside it was pressed by mouse, and the button’s after one was pressed by key', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page, tools } = person
  const { keyboard } = page
  const tool = (name: string) => tools.getByRole('button', { name, exact: true })
  const chosen = (name: string) => expect(tool(name)).toHaveAttribute('aria-pressed', 'true')
  const closer = page.getByRole('button', { name: 'Zoom in', exact: true })
  await closer.click()
  await keyboard.press('n')
  await chosen('Note')
  await tool('Hand').click()
  await keyboard.press('t')
  await chosen('Text')
  // A menu gives the keyboard back to its button.
  await page.getByRole('button', { name: 'Lens', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Gaps', exact: true }).click()
  await keyboard.press('v')
  await chosen('Select')

  await closer.click()
  await keyboard.press('Enter')
  await keyboard.press('n')
  await closer.click()
  await keyboard.press('Tab')
  await keyboard.press('t')
  await keyboard.press('Shift+Tab')
  await expect(closer).toBeFocused()
  await chosen('Select')

  // A letter beside a selected frame is a tool's, and none of its title.
  await keyboard.press('Escape')
  addObjects(
    peer.doc,
    [{ type: 'frame', at: [-200, 300], size: [400, 200], fields: { title: 'Lane' } }],
    null,
  )
  await person.select('Frame Lane')
  await keyboard.press('n')
  await chosen('Note')
  expect(objectsIn(peer.doc, 'frame').map(({ fields }) => fields['title'])).toEqual(['Lane'])
})

test('single-key shortcuts can be switched off, and stay off in this browser', async ({
  joinAs,
}) => {
  const person = await joinAs('partner', 'Amara Okafor', 'Northbank Council')
  const { page, map } = person
  const note = person.tools.getByRole('button', { name: 'Note', exact: true })
  await page.keyboard.press('n')
  await expect(note).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(note).toHaveAttribute('aria-pressed', 'false')

  await person.choose('More', 'Keyboard shortcuts')
  await page.getByRole('checkbox', { name: /^Single-key shortcuts/ }).press('Space')
  await page.keyboard.press('Escape')
  const stays = async (): Promise<void> => {
    await map.focus()
    await map.press('n')
    await map.press('?')
    // A key that does something, pressed after those that must not have.
    await map.press('ControlOrMeta+a')
    await expect(person.details).toBeVisible()
    await expect(note).toHaveAttribute('aria-pressed', 'false')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await stays()
  await page.reload()
  await person.isReady()
  await stays()
})
