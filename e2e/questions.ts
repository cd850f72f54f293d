import type { Locator, Page } from '@playwright/test'

/** The question under way beside somebody's map. */
export const questionOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Question to everyone' })

/** A facilitator puts a question with a scale to everyone, whose answers are named. */
export async function askScale(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask everyone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask everyone' })
  await dialog.getByText('Scale', { exact: true }).click()
  await dialog.getByRole('checkbox', { name: /^Anonymous/ }).uncheck()
  await dialog.getByRole('button', { name: 'Put the question' }).click()
}
