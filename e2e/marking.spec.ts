import { boardKeys, rootsOf } from '../shared/board/layout.ts'
import { expect, test } from './fixtures.ts'
import { JoinPage } from './pages/join-page.ts'

const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const

test('how the board is to be handled is in plain sight on every screen, for every role, as it changes', async ({
  joinAs,
  newPerson,
  peerAs,
  board,
  expectAccessible,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const mark = (level: string, descriptor = '') =>
    rootsOf(peer.doc).board.set(boardKeys.marking, { level, descriptor })
  const { page } = await joinAs('observer', 'Sian Hughes')
  const marking = page.getByRole('region', { name: 'Marking' })
  await expect(marking).toBeHidden()
  for (const descriptor of ['', 'COMMERCIAL', 'PERSONAL DATA OF PEOPLE WHO USE THE SERVICE']) {
    mark('OFFICIAL-SENSITIVE', descriptor)
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await expect(marking).toHaveText(
        descriptor ? `OFFICIAL-SENSITIVE: ${descriptor}` : 'OFFICIAL-SENSITIVE',
      )
      const title = page.getByRole('heading', { level: 1 }).locator('span')
      // It stands in another place of the page at another width, and may be on its way there.
      await expect(async () => {
        const [words, name] = [await marking.boundingBox(), await title.boundingBox()]
        expect(words!.x).toBeGreaterThanOrEqual(0)
        expect(words!.x + words!.width).toBeLessThanOrEqual(width)
        expect(name!.width).toBeGreaterThan(60)
        const isApart = words!.x >= name!.x + name!.width || words!.y >= name!.y + name!.height
        expect(isApart).toBe(true)
      }).toPass()
      await expectAccessible(page)
    }
  }
  const big = await newPerson()
  await new JoinPage(big).open(board.links.observer.replace('#', '?view=presenter#'))
  await new JoinPage(big).join('Big screen')
  const seen = big.getByRole('region', { name: 'Marking' })
  await expect(seen).toHaveText('OFFICIAL-SENSITIVE: PERSONAL DATA OF PEOPLE WHO USE THE SERVICE')
  mark('OFFICIAL')
  await expect(seen).toHaveText('OFFICIAL')
  await expectAccessible(big)
  mark('none')
  await expect(seen).toBeHidden()
  await expect(marking).toBeHidden()
})
