import { addObjects } from '../shared/board/commands.ts'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { askAboutTrust } from './pages/trust-question.ts'

test('a whole map is made, changed and undone in the outline by keyboard, live for everyone', async ({
  server,
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const board = await createBoard(server, { template: 'right-relationships' })
  const { page, ...person } = await joinAs('facilitator', 'Amara', 'Northbank Council', board)
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust', board)
  const values = (type: string, key: string) =>
    objectsIn(peer.doc, type).map((object) => object.fields[key])
  const open = async (name: string, item: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
  }

  await page.getByRole('button', { name: 'Outline', exact: true }).press('Enter')
  await expect(page).toHaveURL(/view=outline/)
  await expect(page.getByRole('main', { name: 'Outline' })).toBeVisible()
  await expect(person.map).toBeHidden()

  // What is added is open for typing, and stands on the map.
  await open('Add…', 'Objective')
  await page.keyboard.type('Home by lunchtime')
  await expect.poll(() => values('objective', 'title')).toEqual(['Home by lunchtime'])
  await expectAccessible(page)

  // Two organisations are tied without drawing, and one's own end is answered in the table.
  const show = page.getByRole('combobox', { name: 'Show' })
  await show.selectOption('relationship')
  await page
    .getByRole('combobox', { name: 'From' })
    .selectOption({ label: 'Organisation Northbank Council' })
  await page
    .getByRole('combobox', { name: 'To' })
    .selectOption({ label: 'Organisation Riverside NHS Trust' })
  await page.getByRole('button', { name: 'Tie these two' }).press('Enter')
  await expect.poll(() => objectsIn(peer.doc, 'relationship').length).toBe(1)
  const table = page.getByRole('table')
  await expect(table.getByRole('rowheader')).toHaveText('Northbank Council – Riverside NHS Trust')
  await page.getByRole('radio', { name: /^4, / }).first().press('Space')
  await expect(
    table.getByRole('cell', { name: /Northbank Council Trusts them 4 of 4/ }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Answer for Riverside NHS Trust' })).toHaveCount(0)
  await expectAccessible(page)

  // What others write comes into the table as they write it.
  await show.selectOption('objective')
  addObjects(peer.doc, [{ type: 'objective', at: [0, 0], fields: { title: 'Fewer falls' } }], null)
  await expect(table.getByRole('rowheader')).toHaveText(['Home by lunchtime', 'Fewer falls'])
  await page
    .getByRole('textbox', { name: 'Public value of Objective Fewer falls' })
    .fill('Fewer nights on a trolley')
  await expect.poll(() => values('objective', 'publicValue')).toContain('Fewer nights on a trolley')

  // Order, frame and deletion are in the menu of each object; deletion can be taken back.
  await open('More for Objective Fewer falls', 'Move up')
  await expect(table.getByRole('rowheader')).toHaveText(['Fewer falls', 'Home by lunchtime'])
  await open('More for Objective Fewer falls', 'Delete')
  await expect(table.getByRole('rowheader')).toHaveText(['Home by lunchtime'])
  await expect(page.getByRole('button', { name: 'Home by lunchtime', exact: true })).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(table.getByRole('rowheader')).toHaveText(['Fewer falls', 'Home by lunchtime'])
  const [frame] = objectsIn(peer.doc, 'frame')
  await page.getByRole('button', { name: 'More for Objective Fewer falls' }).press('Enter')
  await page
    .getByRole('menuitemradio', { name: String(frame!.fields['title']) })
    .first()
    .press('Enter')
  await expect
    .poll(() => objectsIn(peer.doc, 'objective').some((object) => object.frame !== undefined))
    .toBe(true)

  // And it is the same map: what is selected here is selected there.
  await open('More for Objective Fewer falls', 'Show on the map')
  await expect(person.map).toBeFocused()
  await expect(person.details.getByRole('textbox', { name: 'Objective' })).toHaveValue(
    'Fewer falls',
  )
  await page.goBack()
  await expect(page.getByRole('main', { name: 'Outline' })).toBeVisible()
})

test('the outline fits a phone of 320 px; an observer can read all and change nothing', async ({
  board,
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust')
  addObjects(
    peer.doc,
    [{ type: 'note', at: [0, 400], fields: { text: 'Who phones the family?' } }],
    null,
  )
  const { page } = await joinAs('observer', 'Olwen Pugh', undefined, board)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.reload()
  await page.getByRole('navigation', { name: 'Views' }).getByText('Outline').click()
  await expect(page.getByRole('main', { name: 'Outline' })).toBeVisible()
  await page.getByRole('button', { name: /^Who phones the family\?/ }).click()
  await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  const sideways = await page.evaluate(
    () => document.querySelector('main[aria-label="Outline"]')!.scrollWidth - innerWidth,
  )
  expect(sideways).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})

test('what is behind a row of a table fits a phone, however wide the table is', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust')
  const fields = { title: 'Two nurses at weekends' }
  addObjects(peer.doc, [{ type: 'commitment', at: [0, 400], fields }], null)
  const { page } = await joinAs('partner', 'Amara', 'Northbank Council')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${page.url()}?view=outline`)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('commitment')
  await page.getByRole('button', { name: 'Two nurses at weekends', exact: true }).click()
  const field = page.getByRole('textbox', { name: 'Commitment', exact: true })
  const table = page.getByRole('region', { name: 'Commitments, table' })
  const isSeen = async (): Promise<void> => {
    const { x, width } = (await field.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(320)
  }
  await isSeen()
  await table.evaluate((one) => one.scrollTo(400, 0))
  await isSeen()
})

test('a menu at the foot of a phone’s outline stands above the tabs', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust')
  addObjects(peer.doc, [{ type: 'risk', at: [0, 400], fields: { title: 'The money ends' } }], null)
  const { page } = await joinAs('partner', 'Amara', 'Northbank Council')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${page.url()}?view=outline`)
  await page.getByRole('button', { name: /^The money ends/ }).click()
  const wanted = page.getByRole('group', { name: 'Who should hold it' })
  const add = wanted.getByRole('button', { name: 'Add' })
  // Low enough for the menu's last line to lie where the tabs are.
  await add.evaluate((button) => {
    const main = button.closest('main')!
    main.scrollTop += button.getBoundingClientRect().bottom - (innerHeight - 112)
  })
  await add.click()
  await page.getByRole('menuitem', { name: 'Riverside NHS Trust' }).click()
  await expect(wanted.getByRole('spinbutton')).toHaveValue('100')
})

test('what is said, asked, locked and copied has its place in the outline, by keyboard', async ({
  server,
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const board = await createBoard(server)
  const { page } = await joinAs('facilitator', 'Amara', 'Northbank Council', board)
  const peer = await peerAs('partner', 'Rhys', 'Riverside NHS Trust', board)
  const [from, to] = objectsIn(peer.doc, 'organisation')
  const fields = { from: from!.id, to: to!.id }
  addObjects(
    peer.doc,
    [
      { type: 'note', at: [0, 400], fields: { text: 'Who phones the family?' } },
      { type: 'relationship', at: [0, 0], fields },
    ],
    null,
  )
  const menu = async (name: string, item: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
  await press('Outline')
  const note = page.getByRole('button', { name: /^Who phones the family\?/ })
  await note.press('Enter')

  // A comment, its answer, and that it is dealt with.
  await page.getByText('Comments', { exact: true }).last().press('Enter')
  await page.getByRole('textbox', { name: 'Comment on Note Who phones the family?' }).focus()
  await page.keyboard.type('The ward does')
  await page.keyboard.press('ControlOrMeta+Enter')
  const thread = page.getByRole('article')
  await expect(thread).toContainText('The ward does')
  await thread.getByRole('textbox', { name: 'Answer' }).focus()
  await page.keyboard.type('Not at night')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(thread.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
  const show = page.getByRole('combobox', { name: 'Show' })
  await show.selectOption('comments')
  await expect(
    page.getByRole('heading', { name: 'Note Who phones the family?', level: 4 }),
  ).toBeVisible()
  await expectAccessible(page)
  await thread.getByRole('button', { name: 'Resolve' }).press('Enter')
  await expect(thread).toHaveCount(0)
  await press('Show 1 resolved thread')
  await expect(thread).toContainText('Resolved by Amara')

  // An answer is deleted, then the thread with another; what the keyboard was on leads on.
  await thread.getByRole('button', { name: 'Open again' }).press('Enter')
  const deletes = thread.getByRole('button', { name: 'Delete the comment by Amara…' })
  await deletes.last().press('Enter')
  const yes = thread.getByRole('button', { name: 'Delete', exact: true })
  await expect(yes).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(deletes.last()).toBeFocused()
  await deletes.first().press('Enter')
  await expect(thread.getByRole('group', { name: 'Delete it and the answer to it?' })).toBeVisible()
  await yes.press('Enter')
  await expect(thread).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Comments' })).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(thread.getByRole('listitem')).toHaveCount(2)
  await deletes.last().press('Enter')
  await yes.press('Enter')
  await expect(thread.getByRole('listitem')).toHaveCount(1)
  await expect(thread).toBeFocused()

  // A lock holds here as on the map; a copy is made.
  await show.selectOption('frames')
  await menu('More for Note Who phones the family?', 'Duplicate')
  await expect(note).toHaveCount(2)
  await menu('More for Organisation Northbank Council', 'Lock')
  await expect(page.getByRole('button', { name: /^Northbank Council.*locked/ })).toBeVisible()
  await menu('More for Organisation Northbank Council', 'Unlock')
  await expect(page.getByRole('button', { name: /^Northbank Council.*locked/ })).toHaveCount(0)

  // Several are picked apart from one another, and go together.
  const main = page.getByRole('main', { name: 'Outline' })
  const box = (name: RegExp) => main.getByRole('checkbox', { name })
  await page.getByRole('button', { name: 'Northbank Council Organisation' }).press('Shift+Space')
  await expect(box(/^Northbank Council Organisation/)).toBeChecked()
  // The one that was open is picked already.
  await expect(main.getByText('2 picked')).toBeVisible()
  await expectAccessible(page)
  await box(/^Northbank Council Organisation/).press('Escape')
  await expect(page.getByRole('button', { name: 'Do with them…' })).toBeFocused()
  await menu('Do with them…', 'Duplicate')
  await expect(box(/^Who phones/)).toHaveCount(3)
  await menu('Do with them…', 'Delete')
  await expect(box(/^Who phones/)).toHaveCount(2)
  await press('Done')
  await expect(page.getByRole('button', { name: 'Pick several' })).toBeFocused()

  // A sealed question is asked, answered and revealed beside the outline.
  await askAboutTrust(page, 'Riverside NHS Trust')
  await expect(page.getByRole('dialog')).toContainText('Riverside NHS Trust')
})
