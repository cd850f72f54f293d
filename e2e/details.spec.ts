import { addObjects, removeObjects, setField } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'

const NORTH = 'Northbank Council'
const RIVER = 'Riverside NHS Trust'

test('two people write promises of one agreement at once, and none is lost', async ({
  joinAs,
  peerAs,
}) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', NORTH)
  const partner = await joinAs('partner', 'Rhys Morgan', RIVER)
  const peer = await peerAs('partner', 'Helper', RIVER)
  const fields = { title: 'How we work', promises: ['We ring first'] }
  addObjects(peer.doc, [{ type: 'agreement', at: [0, 300], fields }], null)
  const promises = () => objectsIn(peer.doc, 'agreement')[0]?.fields['promises']
  const lists = []
  for (const person of [facilitator, partner]) {
    await person.find('Working agreement How we work')
    const list = person.details.getByRole('textbox', { name: 'What we promise' })
    await list.focus()
    await person.page.keyboard.press('Control+End')
    await list.press('Enter')
    lists.push(list)
  }
  const [first, second] = lists
  await Promise.all([
    first!.pressSequentially('We say no early, and why'),
    second!.pressSequentially('We share the figures'),
  ])
  await expect
    .poll(() => [...(promises() as string[])].sort())
    .toEqual(['We ring first', 'We say no early, and why', 'We share the figures'])
  await first!.blur()
  await expect(first!).toHaveValue(/We share the figures/)
})

test('a tie offers the teams that its organisation has listed, so that they are counted as one', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Helper', NORTH)
  const [north, river] = objectsIn(peer.doc, 'organisation')
  setField(peer.doc, north!.id, 'teams', ['Adult social care', 'Housing'], null)
  const fields = { from: north!.id, to: river!.id }
  addObjects(peer.doc, [{ type: 'relationship', at: [0, 0], fields }], null)
  const person = await joinAs('partner', 'Amara Okafor', NORTH)
  await person.find(`Relationship ${NORTH}`)
  const team = person.details.getByRole('combobox', { name: 'Our team' })
  await expect(team.locator('xpath=..').locator('option')).toHaveCount(2)
  await team.fill('Housing')
  await expect
    .poll(() => objectsIn(peer.doc, 'relationship')[0]?.fields['ends'])
    .toMatchObject({ from: { team: 'Housing' } })
})

test('the part of a risk that somebody held who is gone is seen, and can be taken over', async ({
  joinAs,
  peerAs,
}) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', NORTH)
  const peer = await peerAs('facilitator', 'Helper', NORTH)
  const [north, river] = objectsIn(peer.doc, 'organisation')
  const heldBy = { [north!.id]: 60, [river!.id]: 40 }
  const fields = { title: 'The money ends', heldBy }
  addObjects(peer.doc, [{ type: 'risk', at: [0, 300], fields }], null)
  removeObjects(peer.doc, [river!.id], null)
  await facilitator.find('Risk The money ends')
  const today = facilitator.details.getByRole('group', { name: 'Who holds it today' })
  await expect(today.getByRole('spinbutton', { name: 'Somebody who is gone' })).toHaveValue('40')
  await expect(today).toContainText('Total 100%')
  await today.getByRole('button', { name: 'Take Somebody who is gone off' }).click()
  await expect(today).toContainText('40% has no holder yet')
  await expect
    .poll(() => objectsIn(peer.doc, 'risk')[0]?.fields['heldBy'])
    .toEqual({ [north!.id]: 60 })
})
