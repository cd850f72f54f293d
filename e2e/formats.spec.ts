import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'

const survey = [
  'Who;About;Closeness;Meets',
  'Northbank Council;Riverside Trust;7;1',
  'Riverside Trust;Northbank Council;1;2',
  'Riverside Trust;Fire & Rescue;4;4',
].join('\r\n')

async function choose(
  person: BoardPage,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<Locator> {
  await person.choose('More', 'Import…')
  const dialog = person.page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('Choose a file, or drop it here').setInputFiles(file)
  return dialog
}

test('a table with odd columns is mapped, seen by everyone, and goes round by GraphML', async ({
  server,
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const board = await createBoard(server, { title: 'Survey', organisations: [] })
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const peer = await peerAs('observer', 'Olwen Pugh', undefined, board)
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) }
  const dialog = await choose(person, file)

  // What the headings suggest is there already; what a number means is asked.
  await expect(dialog.getByLabel('Who', { exact: true })).toHaveValue('from')
  await expect(dialog.getByLabel('About', { exact: true })).toHaveValue('to')
  const closeness = dialog.getByRole('listitem').filter({ hasText: 'Closeness' })
  await expect(closeness).toContainText('What does this number say?')
  await closeness.getByLabel('Closeness', { exact: true }).selectOption('Trust as a whole')
  await expect(closeness.getByLabel('Highest number of “Closeness”')).toHaveValue('7')
  const meets = dialog.getByRole('listitem').filter({ hasText: 'Meets' })
  await expect(meets.getByLabel('Meets', { exact: true })).toHaveValue('contact')
  await meets.getByLabel('Closer is').selectOption('the lower number')
  // 4 of 1–7 lies in the middle of 1–4; meeting 1, closest, is contact 4.
  const rows = dialog.getByRole('region', { name: /^The first 3 rows/ })
  await expect(rows.getByRole('row').nth(3)).toContainText('2.5')
  await expect(rows.getByRole('row').nth(1)).toContainText('4')
  await expectAccessible(person.page)
  await dialog.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(dialog).toContainText('2 relationships')
  await expect(dialog).toContainText('3 trust readings')
  await expectAccessible(person.page)
  await dialog.getByRole('button', { name: 'Show the board' }).click()

  await expect.poll(() => objectsIn(peer.doc, 'relationship').length).toBe(2)
  expect(objectsIn(peer.doc, 'organisation')).toHaveLength(3)

  const download = person.page.waitForEvent('download')
  await person.choose('Export', 'Network for other programs')
  const saved = test.info().outputPath('survey.graphml')
  await (await download).saveAs(saved)
  expect(await readFile(saved, 'utf8')).toContain('Fire &amp; Rescue')

  const again = await createBoard(server, { title: 'Copy', organisations: [] })
  const second = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', again)
  const copy = await choose(second, saved)
  await expect(copy).toContainText('2 organisations')
  await expect(copy).toContainText('2 relationships')
  await expect(copy).toContainText('3 trust readings')
})
