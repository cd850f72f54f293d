import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'

const savedAt = async (download: Download): Promise<Buffer> => {
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  return readFile(path)
}

const sideOf = (png: Buffer): number => png.readUInt32BE(16)

test('the paper says what has changed since a version, chosen in its settings, on a phone and in the dark too', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const { page } = person
  await person.choose('More', 'Versions')
  const panel = page.getByRole('region', { name: 'Versions' })
  await panel.getByRole('textbox', { name: 'Save the board as it is now' }).fill('March')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByRole('listitem')).toContainText(['March'])

  await person.choose('Export', 'Board paper…')
  const dialog = page.getByRole('dialog', { name: 'Board paper' })
  const preview = dialog.getByRole('region', { name: 'Preview of the paper' })
  await expect(preview).toContainText('Nothing has changed since “March”')
  await dialog.getByText('Change its words').click()
  await dialog.getByLabel('The line above the title').fill('Report to the partnership')
  await dialog.getByRole('button', { name: 'Add a line' }).click()
  await dialog.getByLabel('Name of line 1').fill('Portfolio')
  await dialog.getByLabel('What line 1 says').fill('Health and care')
  await dialog.getByLabel('Name of line 1').press('Tab')
  await expect(preview).toContainText('Report to the partnership')
  await expect(preview).toContainText('Health and care')
  addObjects(helper.doc, [{ type: 'risk', at: [0, 300], fields: { title: 'A hard frost' } }], null)
  const table = preview.getByRole('table', { name: /What was added, removed and changed/ })
  await expect(table.getByRole('row', { name: 'A hard frost Risk Added' })).toBeVisible()
  await expectAccessible(page)

  const since = dialog.getByLabel('Say what has changed since')
  await since.selectOption({ label: 'No version' })
  await expect(preview).not.toContainText('What has changed since')
  await since.selectOption({ label: 'The version saved last: March' })
  await expect(table).toBeVisible()

  for (const [scheme, width, height] of [
    ['light', 1440, 900],
    ['dark', 1024, 768],
    ['dark', 390, 844],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await expectAccessible(page)
    await expect(dialog.getByRole('button', { name: 'Download PDF' })).toBeInViewport()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download PDF' }).press('Enter')
  expect((await savedAt(await download)).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(dialog.getByRole('status')).toContainText('in your downloads')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a large paper tells how far it is, and stops when it is cancelled', async ({
  joinAs,
  peerAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const many = Array.from({ length: 600 }, (_, i) => ({
    type: 'risk',
    at: [(i % 30) * 260, 600 + Math.floor(i / 30) * 180] as [number, number],
    fields: { title: `Risk ${i + 1}: the winter is harder than we planned for` },
  }))
  addObjects(helper.doc, many, null)
  const { page } = person
  await person.choose('Export', 'Board paper…')
  const dialog = page.getByRole('dialog', { name: 'Board paper' })
  await expect(dialog.getByText('Risk 600:').first()).toBeAttached()
  const pdf = dialog.getByRole('button', { name: 'Download PDF' })
  await pdf.click()
  const progress = dialog.getByRole('progressbar', { name: 'Writing the pages…' })
  await expect(progress).toHaveAttribute('max', /^\d{3,4}$/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
  await expect(pdf).toBeEnabled()
  const download = page.waitForEvent('download')
  await pdf.click()
  const file = (await savedAt(await download)).toString('latin1')
  expect(file.startsWith('%PDF-')).toBe(true)
  expect(file.trimEnd().endsWith('%%EOF')).toBe(true)
})

test('a picture is of the board, a frame or the selection, as large and on the ground that one chooses', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  addObjects(
    helper.doc,
    [
      { type: 'frame', at: [0, 600], size: [600, 400], fields: { title: 'Stage one' } },
      { type: 'note', at: [2000, 600], fields: { text: 'Far off' } },
    ],
    null,
  )
  const { page } = person
  await person.select('Organisation Northbank Council')
  await expect.poll(() => objectsIn(helper.doc, 'frame')).toHaveLength(1)
  await person.choose('Export', 'Picture…')
  const dialog = page.getByRole('dialog', { name: 'Picture' })
  const shows = dialog.getByLabel('What it shows')
  await expect(shows).toHaveValue('selection')
  await expectAccessible(page)
  const taken = async (): Promise<Buffer> => {
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download picture' }).click()
    const file = await savedAt(await download)
    await expect(dialog.getByRole('status')).toContainText('in your downloads')
    return file
  }
  const twice = sideOf(await taken())
  await dialog.getByRole('radio', { name: '4×' }).check({ force: true })
  expect(sideOf(await taken())).toBe(twice * 2)
  await shows.selectOption({ label: 'The whole board' })
  await dialog.getByRole('radio', { name: '1×' }).check({ force: true })
  expect(sideOf(await taken())).toBeGreaterThan(2000)
  await shows.selectOption({ label: 'Frame: Stage one' })
  await dialog.getByRole('radio', { name: /^SVG/ }).check({ force: true })
  await dialog.getByRole('radio', { name: 'Transparent' }).check({ force: true })
  const svg = (await taken()).toString()
  expect(svg).toContain('Stage one')
  expect(svg).not.toContain('Far off')
})
