import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { ServerProcess } from './server.ts'

const root = path.join(import.meta.dirname, '..')
/** The folder that a page fetches its scripts from; what lies in it never changes under its name. */
const scripts = /\bassets[\w-]*(?=\/)/g

/** Puts another build in place, which has none of the present one's files under its name. */
async function deploy(app: string, name: string): Promise<void> {
  const client = path.join(app, 'dist/client')
  for (const file of await readdir(client, { recursive: true })) {
    const at = path.join(client, file)
    // What was compressed beforehand would say what it said.
    if (/\.(br|gz)$/.test(file)) await rm(at)
    if (!/\.(js|css|html|json)$/.test(file)) continue
    await writeFile(at, (await readFile(at, 'utf8')).replaceAll(scripts, name))
  }
  const [folder = ''] = (await readdir(client)).filter((file) => file.startsWith('assets'))
  await rename(path.join(client, folder), path.join(client, name))
}

const test = base.extend<object, { app: string; server: ServerProcess }>({
  app: [
    async ({}, use) => {
      const app = await mkdtemp(path.join(tmpdir(), 'rapport-app-'))
      for (const part of ['dist/server', 'dist/shared', 'dist/client', 'package.json'])
        await cp(path.join(root, part), path.join(app, part), { recursive: true })
      await symlink(path.join(root, 'node_modules'), path.join(app, 'node_modules'))
      await use(app)
      await rm(app, { recursive: true })
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ app }, use) => {
      const server = await ServerProcess.launch({}, app)
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
})
// One build after the other, in one place.
test.describe.configure({ mode: 'serial' })

test.describe('with the app kept in the browser', () => {
  test.use({ serviceWorkers: 'allow' })

  test('after an update an old window goes on as it is, and the next visit has the new version', async ({
    app,
    server,
    board,
    joinAs,
  }) => {
    const old = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
    await old.page.evaluate(async () => navigator.serviceWorker.ready)
    await server.stop('SIGTERM')
    await deploy(app, 'assets-second')
    await server.start()
    await old.isSaved()
    await old.openShare()

    const page = await old.page.context().newPage()
    await page.goto(`${server.url}b/${board.id}`)
    await expect(page.locator('script[src*="assets-second/app-"]')).toBeAttached()
    const fresh = new BoardPage(page)
    await fresh.isSaved()
    await fresh.openShare()
  })
})

test('without it, a part that the update took away offers to reload', async ({
  app,
  server,
  joinAs,
}) => {
  const old = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = old
  // The bar's end comes just behind the map.
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  await server.stop('SIGTERM')
  await deploy(app, 'assets-third')
  await server.start()
  await old.isSaved()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByText('Rapport has been updated.')).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await old.isSaved()
  await old.openShare()
})
