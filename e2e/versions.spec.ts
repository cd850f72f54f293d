import { addObjects, placeObjects } from '../shared/board/commands.ts'
import { notesIn, objectsIn, readingsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'

const TIE = 'Relationship Northbank Council – Riverside NHS Trust'

async function rate(person: BoardPage, step: string): Promise<void> {
  await person.select(TIE)
  await person.details
    .getByRole('radiogroup', { name: 'Reliability, as Northbank Council sees it' })
    .getByRole('radio', { name: step })
    .press('Space')
  await person.isSaved()
}

test('a board is saved, compared and brought back, and what was there since is kept', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const [north, riverside] = objectsIn(helper.doc, 'organisation')
  placeObjects(
    helper.doc,
    [
      { id: north!.id, at: [0, 0] },
      { id: riverside!.id, at: [560, 0] },
    ],
    null,
  )
  const ends = { from: north!.id, to: riverside!.id }
  addObjects(helper.doc, [{ type: 'relationship', at: [0, 0], fields: ends }], null)
  await rate(facilitator, '2, a small amount')

  // Saved, and seen by everyone.
  const panel = facilitator.page.getByRole('region', { name: 'Versions' })
  await facilitator.choose('More', 'Versions')
  await panel.getByRole('textbox', { name: 'Save the board as it is now' }).fill('March')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByRole('listitem')).toContainText(['March'])
  await expectAccessible(facilitator.page)
  await partner.choose('More', 'Versions')
  const theirs = partner.page.getByRole('region', { name: 'Versions' })
  await expect(theirs.getByRole('listitem')).toContainText(['March'])
  await expect(theirs.getByRole('textbox')).toHaveCount(0)
  await theirs.getByRole('button', { name: 'More about “March”' }).click()
  // Escape before the menu is there would be for the panel; in the menu it closes the menu alone.
  await expect(partner.page.getByRole('menu')).toBeFocused()
  await expect(partner.page.getByRole('menuitem', { name: 'Restore…' })).toHaveCount(0)
  await partner.page.keyboard.press('Escape')
  await expect(partner.page.getByRole('menu')).toHaveCount(0)
  await expect(theirs.getByRole('listitem')).toContainText(['March'])

  // Compared with now: in words, and on the map.
  await rate(facilitator, '4, a great deal')
  addObjects(helper.doc, [{ type: 'note', at: [0, 300], fields: { text: 'Later' } }], null)
  await panel.getByRole('button', { name: 'Compare “March”' }).click()
  const changes = facilitator.page.getByRole('region', { name: 'What changed' })
  const side = 'Northbank Council about Riverside NHS Trust'
  const row = changes.getByRole('row').filter({ hasText: side })
  await expect(row.getByRole('cell')).toHaveText(['22', /raised44/])
  await expect(changes.getByRole('status')).toContainText('1 added · 0 removed')
  await expect(facilitator.page.locator('main svg text', { hasText: '2 → 4' })).toBeVisible()
  await expectAccessible(facilitator.page)
  await facilitator.deselect()
  await row.getByRole('button', { name: side }).click()
  await expect(facilitator.details).toContainText('Northbank Council')
  await changes.getByRole('button', { name: /^Later/ }).press('Enter')
  await expect(facilitator.details.getByRole('textbox').first()).toHaveText('Later')

  // Brought back: both see it, and what was there is a version too.
  await changes.getByRole('button', { name: 'All versions' }).click()
  await panel.getByRole('button', { name: 'More about “March”' }).click()
  await facilitator.page.getByRole('menuitem', { name: 'Restore…' }).click()
  const sure = facilitator.page.getByRole('dialog', { name: 'Restore “March”?' })
  await sure.getByRole('button', { name: 'Restore', exact: true }).click()
  for (const { page } of [facilitator, partner])
    await expect(page.getByText(/^Amara Okafor brought the board back to “March”/)).toBeVisible()
  await expect.poll(() => notesIn(helper.doc)).toEqual([])
  expect(readingsIn(helper.doc).map(({ reliability }) => reliability)).toEqual([2])
  const before = 'Before restoring “March”'
  await expect(theirs.getByRole('listitem')).toContainText([before, 'March'])
  await theirs.getByRole('button', { name: `Compare “${before}”` }).click()
  const back = partner.page.getByRole('region', { name: 'What changed' })
  await expect(back.getByRole('row').filter({ hasText: side }).getByRole('cell')).toHaveText([
    '44',
    /fallen22/,
  ])
  await expect(back.getByRole('list', { name: 'Removed' })).toContainText('Later')

  // Deleted for good.
  await panel.getByRole('button', { name: 'More about “March”', exact: true }).click()
  await facilitator.page.getByRole('menuitem', { name: 'Delete…' }).click()
  await facilitator.page
    .getByRole('dialog', { name: 'Delete “March”?' })
    .getByRole('button', { name: 'Delete', exact: true })
    .click()
  await expect(panel.getByRole('listitem')).toHaveCount(1)
})
