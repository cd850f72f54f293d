import { addObjects } from '../shared/board/commands.ts'
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
  await first!.pressSequentially('We say no early')
  await expect.poll(promises).toEqual(['We ring first', 'We say no early'])
  await second!.pressSequentially('We share the figures')
  await expect.poll(promises).toHaveLength(3)
  await first!.pressSequentially(', and why')
  await expect
    .poll(() => [...(promises() as string[])].sort())
    .toEqual(['We ring first', 'We say no early, and why', 'We share the figures'])
  await first!.blur()
  await expect(first!).toHaveValue(/We share the figures/)
})
