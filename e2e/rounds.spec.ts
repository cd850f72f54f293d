import { expect, test } from './fixtures.ts'
import { askScale, questionOn } from './questions.ts'

test('a closed question is opened again for who was late; a second window of one person knows of the answer in the first', async ({
  joinAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const nia = await joinAs('partner', 'Nia', 'Riverside NHS Trust')
  const second = await nia.page.context().newPage()
  await second.goto(nia.page.url())
  await askScale(fay.page)

  const [there, here] = [questionOn(second), questionOn(nia.page)]
  await expect(there.getByRole('button', { name: 'Give your answer' })).toBeVisible()
  await here.getByRole('radio', { name: '2' }).press('Space')
  await here.getByRole('button', { name: 'Give your answer' }).press('Enter')
  await expect(here.getByText('Your answer is in.').first()).toBeVisible()
  // What a browser raises for whoever comes back to a window; this one has all of them in front.
  await second.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(there.getByText('Your answer is in.').first()).toBeVisible()
  await expect(there.getByRole('radio', { name: '2' })).toBeChecked()

  const question = questionOn(fay.page)
  await question.getByRole('button', { name: 'Close the question' }).click()
  await expect(there.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
  await question.getByRole('button', { name: 'Open again' }).click()
  await expect(there.getByRole('radio', { name: '2' })).toBeChecked()
  await there.getByRole('radio', { name: '4' }).press('Space')
  await there.getByRole('button', { name: 'Change your answer' }).press('Enter')
  await expect(there.getByText('Your answer is in.').first()).toBeVisible()
  await question.getByRole('button', { name: 'Close the question' }).click()
  await question.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(
    fay.page
      .getByRole('dialog')
      .getByText(/1 answer\b/)
      .first(),
  ).toBeVisible()
  for (const { page } of [fay, nia])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  // The board paper says what it came to, for everybody.
  await nia.choose('Export', 'Board paper…')
  const preview = nia.page.getByRole('region', { name: 'Preview of the paper' })
  const table = preview.getByRole('table', { name: /What each organisation answered/ })
  await expect(table.getByRole('row', { name: 'Riverside NHS Trust 1 4' })).toBeVisible()
})

test('who chose the wrong organisation at the door is put right, and asked again', async ({
  joinAs,
  expectAccessible,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const nia = await joinAs('partner', 'Nia', 'Northbank Council')
  await askScale(fay.page)
  const [asked, asking] = [questionOn(nia.page), questionOn(fay.page)]
  await asked.getByRole('radio', { name: '2' }).press('Space')
  await asked.getByRole('button', { name: 'Give your answer' }).press('Enter')
  await expect(asking.getByText('1 answer')).toBeVisible()

  await fay.page.getByRole('button', { name: '2 people on the board' }).click()
  const people = fay.page.getByRole('dialog', { name: 'People on the board' })
  await people.getByRole('button', { name: 'Change whom Nia speaks for…' }).click()
  const change = people.getByRole('form', { name: 'Whom does Nia speak for?' })
  await expect(change).toContainText('they are asked again')
  await expect(change.getByRole('combobox')).toBeFocused()
  await expectAccessible(fay.page)
  await change.getByRole('combobox').selectOption({ label: 'Riverside NHS Trust' })
  await change.getByRole('button', { name: 'Change' }).click()
  await expect(fay.page.getByText('Nia speaks for Riverside NHS Trust now.').first()).toBeVisible()
  await expect(people.getByRole('heading', { name: 'Riverside NHS Trust' })).toBeVisible()
  await expect(change).toHaveCount(0)
  await expect(people.locator(':focus')).toContainText('Nia')
  await fay.page.keyboard.press('Escape')

  const told = 'You speak for Riverside NHS Trust now: a facilitator changed that.'
  await expect(nia.page.getByText(told).first()).toBeVisible()
  await expect(asked.getByRole('button', { name: 'Give your answer' })).toBeVisible()
  await expect(asked.getByRole('radio', { name: '2' })).not.toBeChecked()
  await asked.getByRole('radio', { name: '4' }).press('Space')
  await asked.getByRole('button', { name: 'Give your answer' }).press('Enter')
  // Whoever comes back to the board does so for the organisation that they speak for now.
  await nia.page.reload()
  await expect(asked.getByRole('radio', { name: '4' })).toBeChecked()
  await asking.getByRole('button', { name: 'Close the question' }).click()
  await asking.getByRole('button', { name: 'Reveal', exact: true }).click()
  const results = nia.page.getByRole('dialog')
  await expect(results.getByText('Riverside NHS Trust').first()).toBeVisible()
})
