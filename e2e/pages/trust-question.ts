import { expect, type Page } from '@playwright/test'

/** Puts the sealed question about trust, answers it for one side, closes it and reveals the answers, all by keyboard. */
export async function askAboutTrust(page: Page, about: string): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
  await press('Ask everyone')
  await press('Put the question')
  const question = page.getByRole('region', { name: 'Question to everyone' })
  await question
    .getByRole('radiogroup', { name: `Openness of ${about}` })
    .getByRole('radio', { name: /^2,/ })
    .press('Space')
  await question.getByRole('button', { name: 'Give your answer' }).press('Enter')
  await expect(question.getByText('Your answer is in.').first()).toBeVisible()
  await question.getByRole('button', { name: 'Close the question' }).press('Enter')
  await question.getByRole('button', { name: 'Reveal', exact: true }).press('Enter')
}
