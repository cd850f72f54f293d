import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { StartPage } from './pages/start-page.ts'
import type { Page } from '@playwright/test'
import { askAboutTrust } from './pages/trust-question.ts'

/** A browser whose pointer is never used: what moves or presses it fails the test. */
async function withoutPointer(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    Object.assign(window, { pressed: 0 })
    addEventListener(
      'pointerdown',
      () =>
        Object.assign(window, { pressed: (window as unknown as { pressed: number }).pressed + 1 }),
      true,
    )
  })
  return async () => {
    expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0)
  }
}

const TIE = 'Relationship Northbank Council – Riverside NHS Trust'

test('a whole workshop on the map, by keyboard alone', async ({ server, newPerson }) => {
  test.setTimeout(120_000)
  const page = await newPerson()
  const nothingPressed = await withoutPointer(page)
  await new StartPage(page).open(server.url)
  await page.getByRole('textbox', { name: 'What is the board about?' }).fill('Winter discharge')
  await page.getByRole('radio', { name: 'Blank board' }).press('Space')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Amara Okafor')
  await page.getByRole('textbox', { name: 'Your organisation' }).fill('Northbank Council')
  await page.keyboard.press('Enter')
  const person = new BoardPage(page)
  await person.isReady()
  await person.isSaved()
  const { map, details } = person
  const typed = map.getByRole('textbox')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')

  // Each tool by its key; Enter puts the new thing where there is room.
  const make = async (key: string, title: string): Promise<void> => {
    await person.deselect()
    await map.press(key)
    await map.press('Enter')
    await expect(typed).toBeFocused()
    await page.keyboard.type(title)
    await typed.press('Escape')
    await expect(typed).toBeHidden()
  }
  await make('o', 'Riverside NHS Trust')
  await make('o', 'Fire and Rescue')
  await make('j', 'Home by lunchtime')
  await make('m', 'Two discharge coordinators')

  // A tie, chosen from lists; one's own end of it is answered.
  await person.select('Organisation Northbank Council')
  await map.press('ControlOrMeta+;')
  const join = page.getByRole('dialog', { name: 'Join two' })
  await join
    .getByRole('combobox', { name: 'To' })
    .selectOption({ label: 'Organisation Riverside NHS Trust' })
  await join.getByRole('button', { name: 'Tie these two' }).press('Enter')
  await expect(join).toBeHidden()
  await person.select(TIE)
  await details
    .getByRole('radiogroup', { name: 'Reliability, as Northbank Council sees it' })
    .getByRole('radio', { name: '3, a fair amount' })
    .press('Space')
  await expect(
    details.getByRole('radio', { name: '3, a fair amount' }).and(page.locator(':checked')),
  ).toHaveCount(1)

  // Moved and made wider by keys, and to the number by the panel.
  await person.select('Objective Home by lunchtime')
  await details.getByText('Size and place').press('Enter')
  const width = details.getByRole('spinbutton', { name: 'Width' })
  const left = details.getByRole('spinbutton', { name: 'From the left' })
  const [before, from] = [Number(await width.inputValue()), Number(await left.inputValue())]
  await map.focus()
  await map.press('Alt+ArrowRight')
  await map.press('Shift+ArrowLeft')
  await expect(width).toHaveValue(String(before + 10))
  await expect(left).toHaveValue(String(from - 10))
  await left.fill(String(from + 400))
  await left.press('Enter')
  await expect(left).toHaveValue(String(from + 400))

  // Several at once.
  await person.deselect()
  await map.press('Tab')
  await map.press('ControlOrMeta+ArrowDown')
  await expect(map.getByText('2 objects selected')).toBeAttached()
  await map.press('ControlOrMeta+ArrowUp')
  await expect(map.getByText(/, selected$/)).toBeAttached()

  // Several that are no neighbours: what is kept stays while Tab goes past the others.
  await person.deselect()
  await map.press('Tab')
  const first = await map.getByText(/, selected$/).innerText()
  await map.press('Shift+Space')
  await map.press('Tab')
  await expect(map.getByText(/, not selected; 1 in all$/)).toBeAttached()
  await map.press('Tab')
  await map.press('Shift+Space')
  await expect(map.getByText(/, selected; 2 in all$/)).toBeAttached()
  await map.press('Shift+Tab')
  await expect(map.getByText(/, not selected; 2 in all$/)).toBeAttached()
  await map.press('Shift+Tab')
  await expect(map.getByText(first.replace(/, selected$/, ', selected; 2 in all'))).toBeAttached()
  await map.press('Shift+Space')
  await expect(map.getByText(/, not selected; 1 in all$/)).toBeAttached()

  // What is said about it.
  await person.select('Commitment Two discharge coordinators')
  await map.press('ControlOrMeta+Shift+m')
  const comments = page.getByRole('region', { name: 'Comments' })
  await expect(comments.getByRole('textbox', { name: 'Write a comment' })).toBeFocused()
  await page.keyboard.type('From when?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(comments.getByRole('article')).toContainText('From when?')
  await page.keyboard.press('Escape')
  await expect(comments).toBeHidden()
  await expect(map).toBeFocused()
  await person.deselect()

  // A sealed question, asked, answered and revealed.
  await askAboutTrust(page, 'Riverside NHS Trust')
  const results = page.getByRole('dialog')
  await expect(results).toContainText('Riverside NHS Trust')
  await page.keyboard.press('Escape')
  await expect(results).toBeHidden()

  // And the paper is taken home.
  await press('Export')
  await page.getByRole('menuitem', { name: /^Board paper/ }).press('Enter')
  const paper = page.getByRole('dialog', { name: 'Board paper' })
  const download = page.waitForEvent('download')
  await paper.getByRole('button', { name: 'Download Word' }).press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  await nothingPressed()
})
