import { addObjects, placeObjects } from '../shared/board/commands.ts'
import { createBoard } from './board.ts'
import { notesIn, objectsIn, readingsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'
import { StartPage } from './pages/start-page.ts'

const TIE = 'Relationship Northbank Council – Riverside NHS Trust'

test('a facilitator makes a board, and who joins by its link sees the same organisations', async ({
  server,
  newPerson,
}) => {
  const facilitator = await newPerson()
  const start = new StartPage(facilitator)
  await start.open(server.url)
  await start.createBoard({
    title: 'Winter discharge partnership',
    template: 'Blank board',
    name: 'Amara Okafor',
    organisation: 'Northbank Council',
  })
  const first = new BoardPage(facilitator)
  await first.isReady()
  const share = await first.openShare()
  await expect(share.getByRole('img', { name: /QR code/ })).toBeVisible()
  const link = await share.getByRole('textbox', { name: 'Link' }).inputValue()
  await share.getByRole('button', { name: 'Close' }).click()

  const partner = await newPerson()
  const join = new JoinPage(partner)
  await join.open(link)
  const invitation = partner.getByRole('heading', { level: 1 })
  await expect(invitation).toHaveText('Winter discharge partnership')
  await join.join('Rhys Morgan', 'Riverside NHS Trust')
  const second = new BoardPage(partner)
  await second.isReady()

  await first.select('Organisation Riverside NHS Trust')
  await second.select('Organisation Northbank Council')
  await expect(facilitator.getByRole('button', { name: '2 people on the board' })).toBeVisible()
  await partner.getByRole('button', { name: '2 people on the board' }).click()
  const people = partner.getByRole('dialog', { name: 'People on the board' })
  await expect(people).toContainText('Amara Okafor')
  await expect(people).toContainText('Rhys Morgan (you)')
})

test('each side rates its own end of a tie, and all see the gap', async ({ joinAs, peerAs }) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const peer = await peerAs('observer', 'Olwen Pugh')
  const helper = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const [north, riverside] = objectsIn(helper.doc, 'organisation')
  const places = [
    { id: north!.id, at: [-362, -44] as const },
    { id: riverside!.id, at: [138, -44] as const },
  ]
  placeObjects(helper.doc, places, null)
  await expect.poll(() => objectsIn(peer.doc, 'organisation')[1]?.at).toEqual([138, -44])
  await facilitator.page.getByRole('button', { name: 'Show everything' }).click()
  const { width, height } = (await facilitator.map.boundingBox())!
  await facilitator.relate([width / 2 - 250, height / 2], [width / 2 + 250, height / 2])

  await facilitator.select(TIE)
  const trust = facilitator.details.getByRole('region', { name: 'Trust' })
  await trust
    .getByRole('radiogroup', { name: 'Reliability, as Northbank Council sees it' })
    .getByRole('radio', { name: '4, a great deal' })
    .press('Space')
  // Nobody is offered the other side's end.
  await expect(trust.getByRole('radiogroup', { name: /Riverside NHS Trust/ })).toHaveCount(0)

  await partner.select(TIE)
  await partner.details
    .getByRole('radiogroup', { name: 'Reliability, as Riverside NHS Trust sees it' })
    .getByRole('radio', { name: '1, not at all' })
    .press('Space')
  for (const person of [facilitator, partner])
    await expect(person.details.getByRole('note')).toContainText('The gap is +3')
  await expect
    .poll(() => readingsIn(peer.doc).map(({ end, reliability }) => ({ end, reliability })))
    .toEqual(
      expect.arrayContaining([
        { end: 'from', reliability: 4 },
        { end: 'to', reliability: 1 },
      ]),
    )
})

test('two people type in one note at once, and no letter is lost', async ({ joinAs, peerAs }) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const peer = await peerAs('observer', 'Olwen Pugh')
  await facilitator.place('Note', [500, 500], 'beds')
  await facilitator.editText('Note beds')
  await partner.editText('Note beds')
  await facilitator.page.keyboard.press('End')
  await partner.page.keyboard.press('Home')
  await Promise.all([
    facilitator.page.keyboard.type(' and carers at home', { delay: 15 }),
    partner.page.keyboard.type('More winter ', { delay: 15 }),
  ])
  await expect.poll(() => notesIn(peer.doc)).toEqual(['More winter beds and carers at home'])
  for (const person of [facilitator, partner])
    await expect(person.map.getByRole('textbox')).toHaveValue('More winter beds and carers at home')
})

test('undo takes back one’s own edits alone', async ({ joinAs, peerAs }) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const peer = await peerAs('observer', 'Olwen Pugh')
  await facilitator.place('Note', [500, 500], 'mine')
  await partner.place('Note', [900, 600], 'theirs')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['mine', 'theirs'])
  await expect(async () => {
    await facilitator.map.press('Control+z')
    expect(notesIn(peer.doc)).toEqual(['theirs'])
  }).toPass()
  await expect(async () => {
    await facilitator.map.press('Control+Shift+z')
    expect(notesIn(peer.doc)).toEqual(['mine', 'theirs'])
  }).toPass()
})

test('a reload and a crash of the server keep everything that was saved', async ({
  server,
  joinAs,
}) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  await facilitator.place('Note', [500, 500], 'Who phones the family?')
  await facilitator.isSaved()
  await server.stop('SIGKILL')
  await server.start()
  await facilitator.page.reload()
  await facilitator.isReady()
  await facilitator.select('Note Who phones the family?')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await partner.select('Note Who phones the family?')
})

test('a stock y-websocket client edits beside the browsers', async ({ joinAs, peerAs }) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const peer = await peerAs('partner', 'Script', 'Riverside NHS Trust')
  addObjects(peer.doc, [{ type: 'note', at: [0, 200], fields: { text: 'from a script' } }], null)
  await facilitator.select('Note from a script')
  await facilitator.place('Note', [400, 200], 'from a browser')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['from a browser', 'from a script'])
})

test('a phone and the map say what is in the spotlight, a phone where a facilitator brought everyone, and leads there', async ({
  server,
  joinAs,
  newPerson,
  peerAs,
  expectAccessible,
}) => {
  const board = await createBoard(server, { template: 'right-conversations' })
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust', board)
  const fields = { title: 'Nobody trusts the figures' }
  addObjects(peer.doc, [{ type: 'issue', at: [400, 400], fields }], null)
  const phone = await newPerson()
  await phone.setViewportSize({ width: 390, height: 844 })
  await new JoinPage(phone).open(board.links.observer)
  await new JoinPage(phone).join('Olwen Pugh')
  await facilitator.find('Issue Nobody trusts the figures')
  const { details, page } = facilitator
  await details.getByRole('button', { name: 'Talk about this now' }).click()
  const spotlit = phone.getByRole('region', { name: 'What we are looking at' })
  await expect(spotlit).toContainText('Nobody trusts the figures')
  await expectAccessible(phone)
  await spotlit.getByRole('button', { name: 'Show it on the map' }).click()
  const map = new BoardPage(phone)
  await expect(map.map.getByText('Issue Nobody trusts the figures, selected')).toBeAttached()
  await phone.goBack()
  // It goes on, and the minutes with it, whatever a facilitator turns to meanwhile: the map says so, and there it ends.
  await facilitator.deselect()
  const onMap = page.getByRole('region', { name: 'What we are looking at' })
  await expect(onMap).toContainText('We are talking about')
  await expectAccessible(page)
  await onMap.getByRole('button', { name: 'Nobody trusts the figures' }).click()
  await expect(details.getByRole('button', { name: 'We are done with this' })).toBeVisible()
  await facilitator.deselect()
  await onMap.getByRole('button', { name: 'We are done with this' }).click()
  await expect(spotlit).toHaveCount(0)
  await expect(onMap).toHaveCount(0)

  await page.getByRole('button', { name: 'Run the session' }).click()
  await page.getByRole('menuitem', { name: /^Bring everyone to me/ }).click()
  const called = phone
    .getByRole('status')
    .filter({ hasText: 'Amara Okafor brought everyone here.' })
  const [toast, tabs] = [
    await called.boundingBox(),
    await phone.getByRole('navigation', { name: 'Views' }).boundingBox(),
  ]
  expect(toast!.y + toast!.height).toBeLessThanOrEqual(tabs!.y)
  await called.getByRole('button', { name: 'Show it on the map' }).click()
  await expect(map.map).toBeVisible()
})
