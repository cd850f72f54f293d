import * as v from 'valibot'
import { LinkFacts } from '../shared/protocol/http.ts'
import { joinByHttp } from './board.ts'
import { expect, test } from './fixtures.ts'
import { JoinPage } from './pages/join-page.ts'

test('a wrong link, an unknown board and a missing link each say what to do', async ({
  server,
  board,
  newPerson,
}) => {
  const page = await newPerson()
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(`${board.links.partner.slice(0, -4)}AAAA`)
  await expect(heading).toHaveText('This link doesn’t open the board')
  await page.goto(`${server.url}b/nosuchboard#${'A'.repeat(43)}`)
  await expect(heading).toHaveText('There is no such board')
  await page.goto(`${server.url}b/${board.id}`)
  await expect(heading).toHaveText('You need a link to this board')
  await page.getByRole('button', { name: 'Go to the start page' }).click()
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeVisible()
})

test('a withdrawn link puts out who came by it, and lets nobody in', async ({
  server,
  board,
  joinAs,
  newPerson,
  expectAccessible,
}) => {
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const { participant } = await joinByHttp(
    server,
    board,
    'facilitator',
    'Amara',
    'Northbank Council',
  )
  const links = `${server.url}api/boards/${board.id}/links`
  const headers = { authorization: `Bearer ${participant.token}` }
  const listed = await (await fetch(links, { headers })).json()
  const link = v.parse(v.array(LinkFacts), listed).find(({ role }) => role === 'partner')
  const revoked = await fetch(`${links}/${link?.id}`, { method: 'DELETE', headers })
  expect(revoked.status).toBe(204)

  const told = partner.page.getByRole('dialog', { name: 'You are no longer on this board' })
  await expect(told).toBeVisible()
  await expect(told).toContainText('Everything that you did was saved before that.')
  await expectAccessible(partner.page)
  const late = await newPerson()
  await late.goto(board.links.partner)
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link has been withdrawn')
})

test('a name of markup is a name, and one of 10,000 characters is cut or refused', async ({
  board,
  newPerson,
  joinAs,
}) => {
  const markup = '<img src=x onerror=alert(1)>'
  const partner = await joinAs('partner', markup, 'Riverside NHS Trust')
  await partner.page.getByRole('button', { name: '1 person on the board' }).click()
  const people = partner.page.getByRole('dialog', { name: 'People on the board' })
  await expect(people).toContainText(markup)

  const page = await newPerson()
  const join = new JoinPage(page)
  await join.open(board.links.observer)
  const name = page.getByRole('textbox', { name: 'Your name' })
  await name.fill('x'.repeat(10_000))
  const kept = (await name.inputValue()).length
  expect(kept).toBeLessThanOrEqual(10_000)
  await page.getByRole('button', { name: 'Join the board' }).click()
  if (kept > 80) await expect(page.getByText(/longer than 80 characters/)).toBeVisible()
  else await expect(page.getByRole('application')).toBeVisible()
})
