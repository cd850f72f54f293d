import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '../shared/access.ts'
import { adriftOn } from './adrift.ts'
import { createBoard, type Board } from './board.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'
import { joinAsPeer, type Peer } from './peer.ts'
import { ServerProcess } from './server.ts'

interface Fixtures {
  /** a fresh browser, as another person has it; what goes wrong in it fails the test */
  newPerson: () => Promise<Page>
  /** a board made over HTTP with two organisations on it */
  board: Board
  /** a fresh browser that came in by the board's link for `role` */
  joinAs: (role: Role, name: string, organisation?: string, at?: Board) => Promise<BoardPage>
  /** a stock y-websocket client on the board, for reading and writing the document itself */
  peerAs: (role: Role, name: string, organisation?: string, at?: Board) => Promise<Peer>
  /** fails unless axe finds nothing on the page as it is now, and all of it moves with what it stands in */
  expectAccessible: (page: Page) => Promise<void>
}

interface WorkerFixtures {
  /** the built server, shared by the tests of one worker */
  server: ServerProcess
}

/** Notes what must never happen in any browser: an uncaught error, a broken policy, a request to somebody else. */
function watchFor(context: BrowserContext, own: string, faults: string[]): void {
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack}`))
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text())
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(http|ws)s?:$/.test(url.protocol) && url.host !== own)
      faults.push(`request to ${request.url()}`)
  })
}

/** Playwright's `test` with this project's fixtures; a test fails when a browser of `newPerson` reports an uncaught error, a broken policy or a request to somebody else. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await ServerProcess.launch()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],

  newPerson: async ({ browser, server, contextOptions }, use) => {
    const faults: string[] = []
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, acceptDownloads: true })
      contexts.push(context)
      watchFor(context, new URL(server.url).host, faults)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(faults).toEqual([])
  },

  board: async ({ server }, use) => {
    await use(await createBoard(server))
  },

  joinAs: async ({ newPerson, board }, use) => {
    await use(async (role, name, organisation, at = board) => {
      const page = await newPerson()
      const join = new JoinPage(page)
      await join.open(at.links[role])
      await join.join(name, organisation)
      const person = new BoardPage(page)
      await person.isReady()
      return person
    })
  },

  peerAs: async ({ server, board }, use) => {
    const peers: Peer[] = []
    await use(async (role, name, organisation, at = board) => {
      const peer = await joinAsPeer(server, at, role, name, organisation)
      peers.push(peer)
      return peer
    })
    for (const peer of peers) peer.leave()
  },

  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      // A page is fetched in parts: until its own has come there is nothing to look at.
      await expect(page.locator('main').first()).toBeAttached()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ html }) => html),
      }))
      expect(found).toEqual([])
      expect(await adriftOn(page)).toEqual([])
    })
  },
})

export { expect }
