import { notesIn } from './document.ts'
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
