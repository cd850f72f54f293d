import { removeObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { JoinPage } from './pages/join-page.ts'

test('a board that is taken off the list of recent ones comes back with Undo, and the keyboard goes along', async ({
  server,
  joinAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const start = await fay.page.context().newPage()
  await start.goto(server.url)
  const recent = start.getByRole('navigation', { name: 'Your recent boards' })
  const way = recent.getByRole('link', { name: /^Winter discharge partnership/ })
  const off = recent.getByRole('button', { name: /off this list$/ })
  await off.press('Enter')
  await expect(recent.getByText('you need a link to come back')).toBeVisible()
  const undo = recent.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await undo.press('Enter')
  await expect(off).toBeFocused()
  await way.click()
  await expect(start.getByRole('application')).toBeVisible()
})

test('an organisation that goes while somebody is choosing it is not offered any more', async ({
  server,
  board,
  newPerson,
  peerAs,
}) => {
  const page = await newPerson()
  const join = new JoinPage(page)
  await join.open(board.links.partner)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Nia')
  const chosen = page.getByRole('radio', { name: 'Riverside NHS Trust' })
  await chosen.press('Space')
  const peer = await peerAs('facilitator', 'Fay', 'Northbank Council')
  const trust = objectsIn(peer.doc, 'organisation').find(
    ({ fields }) => fields['name'] === 'Riverside NHS Trust',
  )
  removeObjects(peer.doc, [trust!.id], null)
  const offered = async (): Promise<string> => {
    const secret = new URL(board.links.partner).hash.slice(1)
    const answer = await fetch(`${server.url}api/boards/${board.id}/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    })
    return answer.text()
  }
  await expect.poll(offered).not.toContain('Riverside')
  await page.getByRole('button', { name: 'Join the board' }).click()
  await expect(page.getByRole('alert')).toHaveText(/is no longer on the board; choose again/)
  await expect(chosen).toHaveCount(0)
  await page.getByRole('radio', { name: 'Northbank Council' }).press('Space')
  await page.getByRole('button', { name: 'Join the board' }).click()
  await expect(page.getByRole('application')).toBeVisible()
})

test('a title that can’t be changed now is there again at the next press; Enter and Escape leave the keyboard on it', async ({
  server,
  joinAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const title = fay.page.getByRole('button', { name: /^Title: / })
  const field = fay.page.getByRole('textbox', { name: 'Title' })
  await title.press('Enter')
  await field.press('Escape')
  await expect(title).toBeFocused()
  await title.press('Enter')
  await field.fill('Home for lunch')
  await field.press('Enter')
  await expect(title).toBeFocused()
  await expect(title).toHaveText('Home for lunch')

  await server.stop()
  await title.press('Enter')
  await field.fill('Home for tea')
  await field.press('Enter')
  const told = fay.page.getByText(/^The (server|title) can’t be/)
  await expect(told).toBeVisible()
  await expect(title).toHaveText('Home for lunch')
  await title.press('Enter')
  await expect(field).toHaveValue('Home for tea')
  await server.start()
})

test('whoever types a name much like one that is there is asked whether it is theirs', async ({
  board,
  newPerson,
  expectAccessible,
}) => {
  const page = await newPerson()
  const join = new JoinPage(page)
  await join.open(board.links.partner)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Nia')
  await page.getByRole('radio', { name: 'Another organisation' }).press('Space')
  const name = page.getByRole('textbox', { name: 'Your organisation' })
  const theirs = page.getByRole('button', { name: 'Riverside NHS Trust' })
  await name.fill('Open Door')
  await expect(theirs).toHaveCount(0)
  await name.fill('RNT')
  await expect(theirs).toBeVisible()
  await expectAccessible(page)
  await theirs.press('Enter')
  await expect(page.getByRole('radio', { name: 'Riverside NHS Trust' })).toBeFocused()
  await expect(name).toHaveCount(0)
  await page.getByRole('button', { name: 'Join the board' }).click()
  await expect(page.getByRole('application')).toBeVisible()
})
