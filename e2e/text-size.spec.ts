import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Has the browser's letters `percent` of their usual size, as its settings for text do; everything else stays as it is. */
const lettersAt = (page: Page, percent: number): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`
  }, percent)

/** The size of every text in bars, panels and pages, CSS px, in their order; pictures have their own. */
const sizesOn = (page: Page): Promise<{ text: string; size: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#root *:not(svg, svg *)')]
      .filter(
        (element) =>
          !element.closest('[data-canvas], [role="application"], .visually-hidden') &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          ),
      )
      .map((element) => ({
        text: element.textContent.slice(0, 40),
        size: Number.parseFloat(getComputedStyle(element).fontSize),
      })),
  )

/** Fails unless all text grows to twice its size, and headlines, which are large already, by a third. */
async function expectToGrow(page: Page): Promise<void> {
  await lettersAt(page, 100)
  const before = await sizesOn(page)
  await lettersAt(page, 200)
  const after = await sizesOn(page)
  expect(before.length).toBeGreaterThan(3)
  const small = after.filter(({ text, size }, i) => {
    const was = before[i]
    return was?.text !== text || size < was.size * (was.size <= 24 ? 2 : 4 / 3)
  })
  expect(small).toEqual([])
}

const sideways = (page: Page, selector: string): Promise<number[]> =>
  page
    .locator(selector)
    .evaluateAll((elements) =>
      elements.map(({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth)),
    )

test('letters of twice the size, by the browser’s setting for text alone, are all there and within reach', async ({
  server,
  newPerson,
  joinAs,
}) => {
  const start = await newPerson()
  await start.goto(server.url)
  await expect(start.getByRole('heading', { name: 'Start a board' })).toBeVisible()
  await expectToGrow(start)
  expect(await sideways(start, 'html, main')).toEqual([0, 0])

  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  await person.select('Organisation Northbank Council')
  // What is private has to be asked for.
  await expect(person.details.getByText('How hard are you pressed?')).toBeAttached()
  await expectToGrow(page)
  expect(await sideways(page, 'html')).toEqual([0])
  // What is on the bars and in the panel can still be pressed.
  for (const name of ['Outline', 'Export', 'More', 'Share', 'What the map says']) {
    await page.getByRole('button', { name, exact: true }).click({ trial: true })
  }
  await person.details.getByRole('button', { name: 'Close' }).click()
  await expect(person.details).toBeHidden()

  await page.getByRole('button', { name: 'Ask everyone' }).click()
  const ask = page.getByRole('dialog', { name: 'Ask everyone' })
  // Nothing has to be on the map for it.
  await ask.getByRole('radio', { name: 'Scale' }).press('Space')
  await ask.getByRole('button', { name: 'Put the question' }).click({ trial: true })
  await expectToGrow(page)
})
