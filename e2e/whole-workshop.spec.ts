import { addObjects } from '../shared/board/commands.ts'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

const COUNCIL = 'Northbank Council'
const TRUST = 'Riverside NHS Trust'
const CANARY = 'They never phone back'

test('a whole workshop: two facilitators, two partners, one on a phone, and an observer on the big screen', async ({
  server,
  newPerson,
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  test.setTimeout(240_000)
  const board = await createBoard(server, { template: 'right-relationships' })
  const helper = await peerAs('facilitator', 'Helper', COUNCIL, board)
  const [council, trust] = objectsIn(helper.doc, 'organisation')
  addObjects(
    helper.doc,
    [{ type: 'relationship', at: [0, 0], fields: { from: council!.id, to: trust!.id } }],
    null,
  )
  const fay = await joinAs('facilitator', 'Amara Okafor', COUNCIL, board)
  const fred = await joinAs('facilitator', 'Fred Ellis', COUNCIL, board)
  const rhys = await joinAs('partner', 'Rhys Morgan', TRUST, board)
  helper.leave()

  // The big screen is an observer's.
  const big = await newPerson()
  await new JoinPage(big).open(board.links.observer.replace('#', '?view=presenter#'))
  await new JoinPage(big).join('Big screen')
  await expect(big.getByRole('heading', { name: 'Welcome' })).toBeVisible()

  // Somebody comes by the short code, waits, and is let in.
  const share = await fay.openShare()
  await share.getByRole('button', { name: 'Make a short code' }).click()
  const code = await share.getByRole('region', { name: 'Short code' }).locator('strong').innerText()
  await share.getByRole('button', { name: 'Close' }).click()
  const joinCard = big.getByRole('complementary', { name: 'Join' })
  await expect(joinCard).toContainText(code)
  await expectAccessible(big)
  const nia = await newPerson()
  // Her phone's clock is ten minutes fast.
  await nia.addInitScript(() => {
    const { now } = Date
    Date.now = () => now() + 600_000
  })
  await nia.setViewportSize({ width: 390, height: 844 })
  await nia.goto(`${server.url}join`)
  await expectAccessible(nia)
  await nia.getByRole('textbox', { name: 'The code' }).fill(code.toLowerCase())
  await nia.getByRole('button', { name: 'Go on' }).click()
  await new JoinPage(nia).join('Nia Bevan', COUNCIL)
  await expect(nia.getByRole('heading', { name: 'You are at the door, Nia Bevan' })).toBeVisible()
  await expectAccessible(nia)
  await fred.page.getByRole('button', { name: '1 waiting' }).click()
  await expect(rhys.page.getByRole('button', { name: '1 waiting' })).toHaveCount(0)
  await fred.page.getByRole('button', { name: 'Let in' }).click()
  const phone = nia.getByRole('main', { name: 'Session' })
  await expect(phone).toBeVisible()

  // The stage and the time are the same for all.
  await fay.page.getByRole('button', { name: 'Next stage' }).click()
  // The timer offers the stage's minutes once the stage has come to this window.
  await expect(async () => {
    await fred.page.getByRole('button', { name: 'Start a timer' }).click()
    const offered = fred.page.getByRole('status').filter({ hasText: '15 minutes' })
    await expect(offered).toBeVisible({ timeout: 2000 })
  }).toPass()
  await fred.page.getByRole('button', { name: 'Start', exact: true }).click()
  const title = '1. What do we bring, and what do we want?'
  await expect(big.getByRole('heading', { name: title })).toBeVisible()
  await expect(phone.getByRole('heading', { name: title })).toBeVisible()
  for (const page of [big, nia, rhys.page]) {
    await expect(page.getByText('Stage 1 of 4')).toBeVisible()
    await expect(page.getByRole('timer')).toBeVisible()
  }
  await expect(nia.getByRole('timer')).toHaveText(/^1[45]:/)
  await phone.getByRole('textbox', { name: 'Add a note' }).fill('Carers know first')
  await phone.getByRole('button', { name: 'Put it on the map' }).click()
  await fred.find('Note Carers know first')
  await phone.getByRole('button', { name: 'Raise your hand' }).click()
  await fred.page.getByRole('button', { name: '1 hand' }).click()
  await fred.page.getByRole('button', { name: 'Take down' }).click()
  await expect(phone.getByRole('button', { name: 'Raise your hand' })).toBeVisible()
  await expectAccessible(nia)

  // A sealed round, in the middle of which a facilitator's laptop dies and a window is reloaded.
  await fay.page.getByRole('button', { name: 'Ask everyone' }).click()
  await fay.page.getByRole('button', { name: 'Put the question' }).click()
  const question = (page: typeof nia) => page.getByRole('region', { name: 'Question to everyone' })
  const answer = (page: typeof nia, about: string, step: RegExp) =>
    question(page)
      .getByRole('radiogroup', { name: `Reliability of ${about}` })
      .getByRole('radio', { name: step })
      .press('Space')
  await answer(rhys.page, COUNCIL, /^1,/)
  await question(rhys.page).getByRole('textbox').first().fill(CANARY)
  await question(rhys.page).getByRole('button', { name: 'Give your answer' }).click()
  await expect(question(rhys.page).getByText('Your answer is in.').first()).toBeVisible()
  await fay.page.close()
  await answer(nia, TRUST, /^4,/)
  await question(nia).getByRole('button', { name: 'Give your answer' }).click()
  await expect(big.getByText('2 answers')).toBeVisible()
  const scribe = question(fred.page)
  await scribe.getByRole('button', { name: 'Answer for somebody' }).click()
  await scribe.getByRole('combobox', { name: 'Organisation' }).selectOption(TRUST)
  await answer(fred.page, COUNCIL, /^1,/)
  await scribe.getByRole('button', { name: 'Enter this answer' }).click()
  for (const page of [big, nia]) {
    await expect(page.getByText(/3 answers.*· 1 entered by a facilitator · \d here/)).toBeVisible()
    await expect(page.locator('progress')).toHaveJSProperty('value', 2)
  }
  await expect(question(big).getByRole('radio')).toHaveCount(0)
  await expectAccessible(big)
  await expectAccessible(nia)
  await expectAccessible(fred.page)
  await rhys.page.reload()
  await expect(question(rhys.page).getByRole('textbox').first()).toHaveValue(CANARY)
  for (const page of [big, nia, fred.page]) expect(await page.content()).not.toContain(CANARY)
  await question(fred.page).getByRole('button', { name: 'Close the question' }).click()
  await question(fred.page).getByRole('button', { name: 'Reveal', exact: true }).click()
  for (const page of [big, nia, fred.page, rhys.page]) {
    await expect(page.getByText('Gap +3')).toBeVisible()
    await expect(page.getByText(CANARY)).toBeVisible()
  }
  await expectAccessible(fred.page)
  // The next question takes the place of results that somebody left open.
  await fred.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await fred.page.getByRole('button', { name: 'Ask everyone' }).click()
  await fred.page.getByRole('radio', { name: 'Scale' }).press('Space')
  await fred.page.getByRole('button', { name: 'Put the question' }).click()
  for (const page of [nia, rhys.page]) {
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await question(page).getByRole('radio').first().press('Space')
  }
  await expect(question(fred.page).getByText('It takes at least 3 answers')).toBeVisible()
  await question(fred.page).getByRole('button', { name: 'Close the question' }).click()
  await expect(question(fred.page).getByText('revealing now shows nothing')).toBeVisible()
  await expectAccessible(fred.page)
  await question(fred.page).getByRole('button', { name: 'Discard…' }).click()
  await question(fred.page).getByRole('button', { name: 'Discard the question' }).click()
  await expect(big.getByRole('region', { name: 'Question to everyone' })).toHaveCount(0)
  await expect(big.getByText('Gap +3')).toHaveCount(0)

  // The dead laptop's facilitator comes back by the link, on another machine.
  const again = await joinAs('facilitator', 'Amara Okafor', COUNCIL, board)
  await expect(again.page.getByRole('button', { name: 'Ask everyone' })).toBeVisible()

  // Follow a person, until the map is moved here.
  await again.page.getByRole('button', { name: /people on the board/ }).click()
  await expect(again.page.getByRole('heading', { name: '2 people away' })).toBeVisible()
  await again.page.getByRole('button', { name: 'Follow Rhys Morgan' }).click()
  await again.page.keyboard.press('Escape')
  await expect(again.page.getByText('You see what Rhys Morgan sees')).toBeVisible()
  const { width, height } = (await again.map.boundingBox())!
  await again.map.click({ position: { x: width / 2, y: height - 20 } })
  await expect(again.page.getByText('You see what Rhys Morgan sees')).toHaveCount(0)

  // Somebody is removed, and the session ends.
  await again.page.getByRole('button', { name: /people on the board/ }).click()
  await again.page.getByRole('button', { name: 'Remove Rhys Morgan…' }).click()
  await again.page.getByRole('checkbox', { name: /Also erase their name/ }).check()
  await expectAccessible(again.page)
  await again.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(rhys.page.getByRole('heading', { name: /no longer on this board/ })).toBeVisible()
  await rhys.page.reload()
  await expect(rhys.page.getByRole('heading', { name: /no longer on this board/ })).toBeVisible()
  await fred.page.getByRole('button', { name: 'Run the session' }).click()
  await fred.page.getByRole('menuitem', { name: /End the session/ }).click()
  await expect(big.getByRole('heading', { name: 'The session has ended' })).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'The session has ended' })).toBeVisible()
  await expect(phone.getByRole('textbox')).toHaveCount(0)
  await expect(new BoardPage(again.page).status).toHaveAccessibleName('Status: Read-only')
})
