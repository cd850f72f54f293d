import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

test.use({
  contextOptions: {
    reducedMotion: 'reduce',
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  },
})

/** Fails where a phone would zoom into a field that is typed into or opened, and leave the person there. */
async function expectLargeLetters(page: Page): Promise<void> {
  const fields = page.locator(
    'textarea:not([data-canvas]), select, input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"])',
  )
  await expect(fields.first()).toBeAttached()
  const small = await fields.evaluateAll((found) =>
    found
      .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
  expect(small).toEqual([])
}

test('no field on a touch screen has letters that a phone zooms into', async ({
  server,
  newPerson,
  board,
}) => {
  const page = await newPerson()
  await page.goto(server.url)
  await expectLargeLetters(page)
  const join = new JoinPage(page)
  await join.open(board.links.facilitator)
  await expectLargeLetters(page)
  await join.join('Amara Okafor', 'Northbank Council')
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true })
  await expect(tab('Outline')).toBeVisible()
  await expectLargeLetters(page)
  await tab('Outline').click()
  await page.getByRole('button', { name: /^Northbank Council/ }).click()
  await expectLargeLetters(page)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('organisation')
  await page.getByRole('region', { name: 'Organisations, table' }).waitFor()
  await expectLargeLetters(page)

  await tab('Map').click()
  const person = new BoardPage(page)
  await person.select('Organisation Northbank Council')
  await person.details.getByText('Size and place').click()
  await expectLargeLetters(page)
})
