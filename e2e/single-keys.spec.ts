import { expect, test } from './fixtures.ts'

test('single-key shortcuts can be switched off, and stay off in this browser', async ({
  joinAs,
}) => {
  const person = await joinAs('partner', 'Amara Okafor', 'Northbank Council')
  const { page, map } = person
  const note = person.tools.getByRole('button', { name: 'Note', exact: true })
  await map.focus()
  await map.press('n')
  await expect(note).toHaveAttribute('aria-pressed', 'true')
  await map.press('Escape')

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
