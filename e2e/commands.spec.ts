import { expect, test } from './fixtures.ts'

test('views, lenses, looks, papers and the session are among all commands', async ({ joinAs }) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  const ask = async (words: string): Promise<void> => {
    await person.map.focus()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await ask('lens gaps')
  await expect(page.getByRole('region', { name: 'What this lens shows' })).toBeVisible()
  await ask('colours dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  for (const [words, name] of [
    ['board paper', 'Board paper'],
    ['share this', 'Share this board'],
    ['ask everyone', 'Ask everyone'],
  ] as const) {
    await ask(words)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await ask('outline')
  await expect(page.getByRole('heading', { name: 'Outline' })).toBeVisible()
})
