import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'

test('who chooses Welsh gets Welsh on every page, keeps it, and can go back', async ({
  server,
  newPerson,
}) => {
  const page = await newPerson()
  const html = page.locator('html')
  await page.goto(server.url)
  await expect(html).toHaveAttribute('lang', 'en-GB')
  await page.getByRole('button', { name: 'Cymraeg' }).click()
  await expect(page.getByRole('heading', { name: 'Dechrau bwrdd' })).toBeVisible()
  await expect(html).toHaveAttribute('lang', 'cy')

  await page.getByRole('textbox', { name: 'Am beth y mae’r bwrdd?' }).fill('Partneriaeth y gaeaf')
  await page.getByRole('textbox', { name: 'Eich enw' }).fill('Olwen Pugh')
  await page.getByRole('textbox', { name: 'Eich sefydliad' }).fill('Cyngor Gwynedd')
  await page.getByRole('button', { name: 'Creu’r bwrdd' }).click()
  const map = page.getByRole('application', { name: /^Map y bwrdd/ })
  await expect(map).toBeVisible()
  await expect(page.getByRole('button', { name: 'Statws: Wedi’i gadw' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('toolbar', { name: 'Offer' })).toBeVisible()

  await page.getByRole('button', { name: 'Dewis cam' }).click()
  await expect(page.getByText('1. Beth y mae angen ei ddweud?')).toBeVisible()
  await page.keyboard.press('Escape')

  // What the server says of a place in a file, too.
  await page.getByRole('button', { name: 'Allforio' }).click()
  await page.getByRole('menuitem', { name: /^Papur bwrdd/ }).click()
  const paper = page.getByRole('dialog', { name: 'Papur bwrdd' })
  const preview = paper.getByRole('region', { name: 'Rhagolwg o’r papur' })
  await expect(preview).toContainText('Mapiodd 1 sefydliad lle y maent yn sefyll')
  await expect(
    preview.getByRole('img', { name: /^Map o 1 sefydliad: Cyngor Gwynedd\./ }),
  ).toBeVisible()
  await expect(preview).toContainText('Partneriaeth y gaeaf')
  const file = page.waitForEvent('download')
  await paper.getByRole('button', { name: 'Lawrlwytho PDF' }).click()
  const pdf = await readFile(await (await file).path(), 'latin1')
  expect(pdf).toContain('/Lang (cy-GB)')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Rhagor', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Mewnforio/ }).click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'bwrdd.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'rapport-board', schema: 99 })),
    })
  await expect(page.getByRole('alert')).toContainText('fersiwn 99 o’r bwrdd')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Rhagor', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('toolbar', { name: 'Tools' })).toBeVisible()
  await expect(html).toHaveAttribute('lang', 'en-GB')
})
