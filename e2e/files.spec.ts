import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from '@playwright/test'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'

const run = promisify(execFile)
const texas = path.join(
  import.meta.dirname,
  '../server/import/fixtures/texas-hill-country.relationships.csv',
)

async function importFile(
  person: BoardPage,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<Locator> {
  await person.choose('More', 'Import…')
  const dialog = person.page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('Choose a file, or drop it here').setInputFiles(file)
  return dialog
}

async function exported(person: BoardPage, item: string): Promise<{ name: string; path: string }> {
  const download = person.page.waitForEvent('download')
  await person.choose('Export', item)
  const file = await download
  const name = file.suggestedFilename()
  const saved = test.info().outputPath(name)
  await file.saveAs(saved)
  return { name, path: saved }
}

/** What a dialog’s button gives, for which a loaded machine may need a minute; closes the dialog. */
async function taken(
  person: BoardPage,
  dialog: Locator,
  button: string,
): Promise<{ name: string; path: string }> {
  const download = person.page.waitForEvent('download', { timeout: 60_000 })
  await dialog.getByRole('button', { name: button }).click()
  const file = await download
  const name = file.suggestedFilename()
  const saved = test.info().outputPath(name)
  await file.saveAs(saved)
  await dialog.getByRole('button', { name: 'Close' }).click()
  return { name, path: saved }
}

/** Opens the dialog for pictures and takes one. */
async function takePicture(
  person: BoardPage,
  kind: 'PNG' | 'SVG',
): Promise<{ name: string; path: string }> {
  await person.choose('Export', 'Picture…')
  const dialog = person.page.getByRole('dialog', { name: 'Picture' })
  await dialog.getByRole('radio', { name: new RegExp(`^${kind}`) }).press('Space')
  return taken(person, dialog, 'Download picture')
}

/** Opens the board paper and takes it as a file. */
async function takePaper(
  person: BoardPage,
  kind: 'Word' | 'PDF',
): Promise<{ name: string; path: string }> {
  await person.choose('Export', 'Board paper…')
  const dialog = person.page.getByRole('dialog', { name: 'Board paper' })
  return taken(person, dialog, `Download ${kind}`)
}

test('the Texas network comes in as 25 organisations and leaves as real files', async ({
  server,
  joinAs,
  peerAs,
}) => {
  test.setTimeout(240_000)
  const board = await createBoard(server, { title: 'Texas Hill Country', organisations: [] })
  const person = await joinAs('facilitator', 'Amara Okafor', 'County Emergency Office', board)
  const peer = await peerAs('observer', 'Olwen Pugh', undefined, board)
  const dialog = await importFile(person, texas)
  // A thread of the server reads it, and on a loaded machine takes its time to start.
  await expect(dialog).toContainText('25 organisations', { timeout: 60_000 })
  await dialog.getByRole('button', { name: 'Show the board' }).click()
  // The facilitator's own organisation stands beside them.
  await expect.poll(() => objectsIn(peer.doc, 'organisation')).toHaveLength(26)
  await person.map.press('Tab')
  await expect(person.details).toBeVisible()

  const json = await exported(person, 'Whole board')
  expect(json.name).toMatch(/\.rapport\.json$/)
  const whole = JSON.parse(await readFile(json.path, 'utf8')) as { objects: unknown }
  expect(JSON.stringify(whole)).toContain('Texas Highway Patrol')

  const png = await readFile((await takePicture(person, 'PNG')).path)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const svg = await readFile((await takePicture(person, 'SVG')).path, 'utf8')
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /)
  expect(svg).toContain('Texas')
  const docx = await readFile((await takePaper(person, 'Word')).path)
  expect(docx.subarray(0, 2).toString()).toBe('PK')
  expect(docx.includes('word/document.xml')).toBe(true)
  const pdf = await takePaper(person, 'PDF')
  expect((await readFile(pdf.path)).subarray(0, 5).toString()).toBe('%PDF-')

  const again = await createBoard(server, { title: 'Copy', organisations: [] })
  const second = await joinAs('facilitator', 'Amara Okafor', 'County Emergency Office', again)
  const copy = await importFile(second, json.path)
  await expect(copy).toContainText('organisations')
  const twin = await peerAs('observer', 'Olwen Pugh', undefined, again)
  await expect
    .poll(() => objectsIn(twin.doc, 'relationship').length)
    .toBe(objectsIn(peer.doc, 'relationship').length)
})

test('the board paper is a tagged PDF that another program reads', async ({ joinAs }) => {
  const missing = spawnSync('pdfinfo', ['-v']).error !== undefined
  test.skip(missing, 'pdfinfo (poppler-utils) is not on this machine')
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { path: file } = await takePaper(person, 'PDF')
  const { stdout } = await run('pdfinfo', [file])
  expect(stdout).toMatch(/^Title:\s+.*Winter discharge partnership/m)
  expect(stdout).toMatch(/^Tagged:\s+yes/m)
  const text = await run('pdftotext', [file, '-'])
  expect(text.stdout).toContain('Northbank Council')
})

test('a wrong file is refused with its line and field, and changes nothing', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const peer = await peerAs('observer', 'Olwen Pugh')
  const before = objectsIn(peer.doc)
  const dialog = await importFile(person, {
    name: 'ties.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('From,Strength\nNorthbank Council,2\n'),
  })
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('ties.csv was not imported. The board is as it was.')
  await expect(alert).toContainText('To')
  await expectAccessible(person.page)
  const newer = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') }
  await dialog.getByLabel('Choose a file, or drop it here').setInputFiles(newer)
  await expect(alert).toContainText('x.json was not imported')
  expect(objectsIn(peer.doc)).toEqual(before)
})

test('a register that takes a while can be given up, and one that fails says so where it was asked for', async ({
  joinAs,
  expectAccessible,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  const menu = page.getByRole('button', { name: 'Export', exact: true })
  // Held for good: whoever gives up closes the request.
  await page.route('**/export?**', () => undefined)
  await person.choose('Export', 'Registers (Excel)')
  const cancel = page.getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeVisible()
  await expectAccessible(page)
  const closed = page.waitForEvent('requestfailed')
  await cancel.press('Enter')
  expect((await closed).url()).toContain('format=xlsx')
  await expect(cancel).toBeHidden()
  await expect(menu).toBeFocused()

  await page.unroute('**/export?**')
  await page.route('**/export?**', (route) => route.abort())
  await person.choose('Export', 'Registers (CSV)')
  await expect(page.getByRole('alert')).toContainText('can’t be reached')
  await page.unroute('**/export?**')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Try again' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.zip$/)
  await expect(menu).toBeFocused()
})

test('a picture that this window can’t make says so, and is made at the second try', async ({
  joinAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  await person.page.evaluate(() => {
    const { createObjectURL } = URL
    // What the window tells its console is a fault to every other test.
    globalThis.reportError = () => undefined
    URL.createObjectURL = () => {
      URL.createObjectURL = createObjectURL
      throw new RangeError('no room')
    }
  })
  await person.choose('Export', 'Picture…')
  const dialog = person.page.getByRole('dialog', { name: 'Picture' })
  await dialog.getByRole('button', { name: 'Download picture' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Something went wrong in this window.')
  const { name } = await taken(person, dialog, 'Download picture')
  expect(name).toMatch(/\.png$/)
})
