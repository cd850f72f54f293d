import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { JoinPage } from './pages/join-page.ts'
import { StartPage } from './pages/start-page.ts'

const looks = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const

for (const { name, media } of looks) {
  test(`axe finds nothing on the pages around a board, ${name}`, async ({
    server,
    board,
    newPerson,
    expectAccessible,
  }) => {
    const page = await newPerson()
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await new StartPage(page).open(server.url)
    await expectAccessible(page)
    await new JoinPage(page).open(board.links.partner)
    await expectAccessible(page)
    await page.goto(`${server.url}b/${board.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/You need a link/)
    await expectAccessible(page)
  })

  test(`axe finds nothing on a board with its panels and dialogs, ${name}`, async ({
    joinAs,
    peerAs,
    expectAccessible,
  }) => {
    test.setTimeout(240_000)
    const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
    const { page } = person
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
    const [from, to] = objectsIn(peer.doc, 'organisation')
    addObjects(
      peer.doc,
      [
        { type: 'relationship', at: [0, 0], fields: { from: from!.id, to: to!.id } },
        { type: 'note', at: [0, 300], fields: { text: 'Who phones the family?' } },
        { type: 'objective', at: [300, 300], fields: {} },
      ],
      null,
    )
    await expectAccessible(page)
    for (const object of [
      'Organisation Northbank Council',
      'Relationship Northbank Council – Riverside NHS Trust',
      'Note Who phones the family?',
    ]) {
      await person.select(object)
      await expectAccessible(page)
    }
    await person.deselect()

    for (const button of ['2 people on the board', 'Export', 'More', 'Status: Saved']) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
    await person.openShare()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    for (const item of ['Import…', 'Keyboard shortcuts']) {
      await person.choose('More', item)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
  })
}

test('axe finds nothing on an observer’s empty board', async ({
  board,
  joinAs,
  expectAccessible,
}) => {
  const observer = await joinAs('observer', 'Olwen Pugh', undefined, board)
  await expectAccessible(observer.page)
})
