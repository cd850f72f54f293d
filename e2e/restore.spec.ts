import { readFile } from 'node:fs/promises'
import { addObjects } from '../shared/board/commands.ts'
import { objectsIn, notesIn } from './document.ts'
import { expect, test as base } from './fixtures.ts'
import { ServerProcess } from './server.ts'

/** A server of its own: restoring stops it, and puts all its boards back. */
const test = base.extend<object, { server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await ServerProcess.launch()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
})

test('a backup made while people edit is whole; once it is restored no old window brings back what came after, and none loses it', async ({
  server,
  joinAs,
  peerAs,
}) => {
  const file = test.info().outputPath('boards.backup')
  const busy = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  await expect(person.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await person.place('Note', [500, 500], 'before the backup')
  await person.isSaved()

  let written = 0
  const writing = setInterval(() => {
    addObjects(busy.doc, [{ type: 'text', at: [0, 0], fields: { text: String(written) } }], null)
    written += 1
  }, 5)
  await expect.poll(() => written).toBeGreaterThan(50)
  await server.admin('backup', file)
  clearInterval(writing)
  busy.leave()
  await person.place('Note', [800, 500], 'after the backup')
  await person.isSaved()
  await server.stop('SIGTERM')
  await expect(person.status).toHaveAccessibleName('Status: Offline')
  await person.place('Note', [500, 300], 'only in this browser')
  await expect(person.status).toHaveAccessibleName(/kept here$/)
  expect(await server.admin('restore', file, '--replace')).toMatch(/^1 board restored/)
  await server.start()

  const told = page.getByRole('dialog', { name: 'The board was restored' })
  await expect(told).toContainText(/changes of yours did not get through/)
  await told.getByRole('button', { name: 'Open the board again' }).click()
  const stale = page.getByRole('dialog', { name: 'Changes from before the board was restored' })
  const download = page.waitForEvent('download')
  await stale.getByRole('button', { name: 'Save as a file' }).click()
  const kept = await readFile(await (await download).path(), 'utf8')
  expect(kept).toContain('only in this browser')
  expect(kept).toContain('after the backup')
  await expect(stale).toBeHidden()
  await person.isSaved()

  const reader = await peerAs('observer', 'Olwen Pugh')
  expect(notesIn(reader.doc)).toEqual(['before the backup'])
  const numbers = objectsIn(reader.doc, 'text').map(({ fields }) => Number(fields['text']))
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i))
})
