import { notesIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

test('where WebSockets are blocked a board works by polling, and says so', async ({
  board,
  newPerson,
  peerAs,
}) => {
  const page = await newPerson()
  await page.addInitScript(() => {
    class Blocked extends EventTarget {
      static readonly OPEN = 1
      static readonly CONNECTING = 0
      static readonly CLOSED = 3
      readyState = 0
      onclose: ((event: CloseEvent) => void) | null = null
      constructor() {
        super()
        setTimeout(() => {
          this.readyState = 3
          this.onclose?.(new CloseEvent('close', { code: 1006 }))
        })
      }
      send(): void {
        throw new Error('never opened')
      }
      close(): void {
        this.readyState = 3
      }
    }
    Object.assign(globalThis, { WebSocket: Blocked })
  })
  const join = new JoinPage(page)
  await join.open(board.links.partner)
  await join.join('Amara Okafor', 'Northbank Council')
  const person = new BoardPage(page)
  await person.isReady()
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust')
  await expect(page.getByRole('button', { name: '2 people on the board' })).toBeVisible()

  await person.place('Note', [700, 600], 'Who phones the family?')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Who phones the family?'])
  await person.isSaved()
  await person.status.click()
  await expect(page.getByRole('dialog', { name: 'Status' })).toContainText('Connected the slow way')
})
