import { addObjects, type NewObject } from '../shared/board/commands.ts'
import { templates } from '../shared/templates/list.ts'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { MapSays } from './pages/map-says.ts'
import { StartPage } from './pages/start-page.ts'
import type { Peer } from './peer.ts'

const NORTH = 'Northbank Council'
const RIVER = 'Riverside NHS Trust'
const TIE = `Relationship ${NORTH} – ${RIVER}`

interface Journey {
  facilitator: BoardPage
  /** the other organisation, without a browser */
  peer: Peer
  /** ids of the two organisations on the board */
  north: string
  river: string
  /** a browser for the other organisation, where its own view is what counts */
  partner(): Promise<BoardPage>
}

const FAR = [0, 4_000] as const

const put = ({ peer }: Journey, ...objects: Omit<NewObject, 'at'>[]): void => {
  addObjects(
    peer.doc,
    objects.map((one, i) => ({ ...one, at: [FAR[0] + 400 * i, FAR[1]] })),
    null,
  )
}

const chooseIn = (person: BoardPage, group: string, option: string | RegExp): Promise<void> =>
  person.details
    .getByRole('group', { name: group, exact: true })
    .getByRole('radio', { name: option })
    .press('Space')

const journeys: Record<string, (journey: Journey) => Promise<void>> = {
  'right-conversations': async (journey) => {
    const { facilitator } = journey
    await facilitator.place('Issue', [700, 500], 'Nobody trusts the figures')
    await facilitator.find('Issue Nobody trusts the figures')
    await chooseIn(facilitator, 'Kind', 'Avoided')
    await chooseIn(facilitator, 'Importance', '4, Decisive')
    await chooseIn(facilitator, 'How much it is avoided', '4, Never named')
    await expect
      .poll(() => objectsIn(journey.peer.doc, 'issue').map(({ fields }) => fields))
      .toMatchObject([{ kind: 'avoided', importance: 4, avoidance: 4 }])
    await facilitator.details.getByText('Size and place').click()
    await facilitator.details.getByLabel('In frame').selectOption('Side shows')
    await expect
      .poll(() => objectsIn(journey.peer.doc, 'issue').map(({ fields }) => fields))
      .toMatchObject([{ kind: 'sideShow', importance: 1, avoidance: 1 }])
  },

  'right-relationships': async (journey) => {
    const { facilitator } = journey
    put(journey, { type: 'agreement', fields: { title: 'How we work' } })
    await facilitator.find('Working agreement How we work')
    await facilitator.details.getByRole('button', { name: 'Sign' }).click()
    const says = await MapSays.open(facilitator)
    await expect(says.under('Agreements that are not signed by all')).toHaveText([
      new RegExp(`^How we work: not signed by ${RIVER}`),
    ])
    await says.close()
    await facilitator.find('Working agreement How we work')
    const promises = facilitator.details.getByRole('textbox', { name: 'What we promise' })
    await promises.fill('We ring back')
    await facilitator.details.getByRole('button', { name: 'Sign again' }).click()
    await promises.fill('We ring back the same day')
    await expect(facilitator.details.getByText('changed since')).toBeVisible()
    await facilitator.details.getByText('What was signed').click()
    await expect(facilitator.details.locator('details li')).toHaveText(['We ring back'])
    await facilitator.details.getByRole('button', { name: 'Sign again' }).click()
    await expect
      .poll(() =>
        objectsIn(journey.peer.doc, 'agreement').map(({ fields }) => fields['signatures']),
      )
      .toMatchObject([{ [journey.north]: { of: ['We ring back the same day'] } }])
  },

  'bring-your-organisation': async (journey) => {
    const { facilitator, river } = journey
    await facilitator.place('Objective', [700, 500], 'Home by lunchtime')
    put(
      journey,
      { type: 'commitment', fields: { title: 'Two nurses', by: river, state: 'imposed' } },
      { type: 'commitment', fields: { title: 'A van', by: river } },
    )
    await facilitator.find('Commitment A van')
    const made = facilitator.details.getByRole('radio', { name: 'Made' })
    await expect(made).toBeDisabled()
    await expect(facilitator.details).toContainText('“Made” needs an owner and a date.')
    await facilitator.details.getByRole('textbox', { name: 'Owner' }).fill('Rhys')
    await facilitator.details.getByLabel('By when').fill('2020-01-31')
    await expect(facilitator.details.getByRole('note')).toContainText('31 January 2020')
    await made.press('Space')
    await expect(facilitator.details.getByRole('note')).toHaveCount(0)
    const says = await MapSays.open(facilitator)
    await expect(says.under('Objectives without public value')).toHaveText([/^Home by lunchtime/])
    await expect(says.under('Imposed commitments')).toHaveText([/^Two nurses/])
    await expect(says.under('Commitments without an owner or a date')).toHaveText([
      /^Two nurses: no owner, no date/,
    ])
  },

  'tipping-point': async (journey) => {
    const { facilitator } = journey
    const partner = await journey.partner()
    await facilitator.find(`Organisation ${NORTH}`)
    await facilitator.details.getByText('Ready to work together?').click()
    await chooseIn(facilitator, 'Momentum to join up', '4, Hard to stop')
    await chooseIn(facilitator, 'Strain on capacity', '4, Close to breaking')
    await facilitator.details.getByText('Pressure gauge, private').click()
    await chooseIn(facilitator, 'How hard are you pressed?', '4, At breaking point')
    await partner.find(`Organisation ${NORTH}`)
    await expect(partner.details.getByText(/^Pressure gauge/)).toHaveCount(0)
    await facilitator.details.getByLabel(/^Show it to everyone/).check()
    await partner.details.getByText('Pressure gauge, as they show it').click()
    await expect(partner.details.getByText('4, At breaking point')).toBeVisible()
    await facilitator.details.getByLabel(/^Show it to everyone/).uncheck()
    await expect(partner.details.getByText(/^Pressure gauge/)).toHaveCount(0)
    await facilitator.find(`Organisation ${RIVER}`)
    await facilitator.details.getByText('Size and place').click()
    await facilitator.details.getByLabel('In frame').selectOption('Holding on')
    const says = await MapSays.open(partner, 'Figures')
    await expect(says.under('Tipping point and breaking point')).toHaveText([
      `${NORTH}: pull 4, strain 4: high on both`,
      `${RIVER}: pull 2, strain 3`,
    ])
    await says.close()
    // Asked as a sealed question, the axes run as they do on the map: up is pull, right is strain.
    const { page } = facilitator
    await expect
      .poll(() => objectsIn(journey.peer.doc, 'text').map(({ fields }) => fields['text']))
      .toEqual(
        expect.arrayContaining(['Up: more pull to join up', 'Right: more strain on capacity']),
      )
    await page.getByRole('button', { name: 'Ask everyone' }).click()
    await page.getByRole('radio', { name: 'Two axes' }).press('Space')
    await expect(page.getByRole('textbox', { name: 'Across' })).toHaveValue('Strain on capacity')
    await expect(page.getByRole('textbox', { name: 'Upwards' })).toHaveValue('Momentum to join up')
  },

  'three-modes': async (journey) => {
    const { facilitator, north, river } = journey
    const partner = await journey.partner()
    put(journey, { type: 'relationship', fields: { from: north, to: river } })
    for (const [person, mode] of [
      [facilitator, 'Genuine'],
      [partner, 'Looks aligned'],
    ] as const) {
      await person.find(TIE)
      await chooseIn(person, 'Mode of partnership', mode)
    }
    const sides = facilitator.details.getByRole('region', { name: 'What each side says of it' })
    await expect(sides.getByRole('group', { name: RIVER })).toContainText('Looks aligned')
    const says = await MapSays.open(facilitator)
    await expect(says.under('Ties that the two sides see differently')).toHaveText([
      new RegExp(`^${NORTH} \\(Genuine\\), ${RIVER} \\(Looks aligned\\)`),
    ])
  },

  'sharing-risk': async (journey) => {
    const { facilitator, north, river } = journey
    put(
      journey,
      { type: 'risk', fields: { title: 'The money ends' } },
      { type: 'obligation', fields: { title: 'Open at weekends', by: north, to: river } },
    )
    await facilitator.find('Risk The money ends')
    const today = facilitator.details.getByRole('group', { name: 'Who holds it today' })
    await today.getByRole('button', { name: 'Add' }).click()
    await facilitator.page.getByRole('menuitem', { name: RIVER }).click()
    await today.getByRole('spinbutton').fill('60')
    await expect(today).toContainText('40% has no holder yet')
    const says = await MapSays.open(facilitator)
    await expect(says.under('Risks held by one alone')).toHaveText([
      new RegExp(`^The money ends: held by ${RIVER}`),
    ])
    await expect(says.under('Risks whose shares do not total 100%')).toHaveText([/today: 60%/])
    await expect(says.under('Obligations that run one way')).toHaveText([
      new RegExp(`^${NORTH} owes ${RIVER}, and nothing is owed back`),
    ])
    await says.under('Risks held by one alone').click()
    await expect(facilitator.details.getByRole('heading', { name: 'Risk' })).toBeVisible()
  },

  'together-or-alone': async (journey) => {
    const { facilitator, peer, north, river } = journey
    const ends = { from: { levelNow: 1, levelNeeded: 1 }, to: { levelNow: 1, levelNeeded: 1 } }
    put(journey, { type: 'relationship', fields: { from: north, to: river, ends } })
    await facilitator.page.keyboard.press('Control+k')
    await facilitator.page.getByRole('combobox').fill('without my name')
    await facilitator.page.keyboard.press('Enter')
    const dialog = facilitator.page.getByRole('dialog', { name: /without my name/ })
    const texts = ['They never ring back', 'Charities are cheap', 'The NHS owns it all']
    for (const text of texts) {
      await expect(dialog.getByRole('textbox')).toHaveValue('')
      expect(objectsIn(peer.doc, 'assumption')).toEqual([])
      await dialog.getByRole('textbox').fill(text)
      await dialog.getByRole('button', { name: 'Add it' }).click()
    }
    await expect
      .poll(() =>
        objectsIn(peer.doc, 'assumption')
          .map(({ fields }) => String(fields['title']))
          .sort(),
      )
      .toEqual(texts.toSorted())
    const lane = objectsIn(peer.doc, 'frame').find((one) => one.fields['title'] === 'What is said')
    for (const { frame } of objectsIn(peer.doc, 'assumption')) expect(frame).toBe(lane?.id)
    await dialog.getByRole('button', { name: 'Close' }).click()
    const says = await MapSays.open(facilitator, 'Figures')
    const level = says.dialog.getByText('2 of 2 sides that said both')
    await expect(level).toBeVisible()
  },

  'outcomes-review': async (journey) => {
    const { facilitator } = journey
    put(journey, { type: 'objective', fields: { title: 'Fewer falls', review: '2020-03-31' } })
    await facilitator.find('Objective Fewer falls')
    await facilitator.isSaved()
    await facilitator.page.reload()
    await facilitator.isReady()
    const toast = facilitator.page.getByRole('status').filter({ hasText: 'has passed' })
    await toast.getByRole('button', { name: 'Look at them' }).click()
    const dialog = facilitator.page.getByRole('dialog', { name: 'What the map says' })
    await expect(dialog.getByRole('button', { name: /^Fewer falls: 31 March 2020/ })).toBeVisible()
  },

  'one-day': async ({ facilitator, peer }) => {
    const { page } = facilitator
    await page.getByRole('button', { name: 'Next stage' }).click()
    await expect(page.getByRole('region', { name: 'Session' })).toContainText('Stage 1 of 12')
    const before = objectsIn(peer.doc, 'organisation').map(({ at }) => at)
    await page.getByRole('button', { name: 'Arrange', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Arrange in a circle' }).click()
    const now = () => objectsIn(peer.doc, 'organisation').map(({ at }) => at)
    await expect.poll(now).not.toEqual(before)
    await facilitator.map.press('Control+z')
    await expect.poll(now).toEqual(before)
  },
}

for (const { id, name } of templates.filter((template) => template.id !== 'blank')) {
  test(`${name}: its steps end in what its concept promises`, async ({
    server,
    joinAs,
    peerAs,
  }) => {
    const board = await createBoard(server, { template: id, organisations: [NORTH, RIVER] })
    const peer = await peerAs('partner', 'Rhys Morgan', RIVER, board)
    const facilitator = await joinAs('facilitator', 'Amara Okafor', NORTH, board)
    const idOf = (wanted: string): string =>
      objectsIn(peer.doc, 'organisation').find(({ fields }) => fields['name'] === wanted)?.id ?? ''
    const journey = journeys[id]
    if (!journey) throw new Error(`${id} has a journey`)
    await journey({
      facilitator,
      peer,
      north: idOf(NORTH),
      river: idOf(RIVER),
      partner: () => joinAs('partner', 'Olwen Pugh', RIVER, board),
    })
  })
}

test('a board is saved as a template, and another one starts from the file', async ({
  server,
  joinAs,
  newPerson,
}) => {
  const board = await createBoard(server, { title: 'Our way', template: 'sharing-risk' })
  const facilitator = await joinAs('facilitator', 'Amara Okafor', NORTH, board)
  const { page } = facilitator
  await facilitator.choose('More', 'Save as a template…')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ])
  const other = await newPerson()
  const start = new StartPage(other)
  await start.open(server.url)
  const chooser = other.getByLabel('A template from a file…')
  const wrong = { name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
  await chooser.setInputFiles(wrong)
  await expect(other.getByRole('alert')).toContainText('wrong.json can’t be used.')
  await chooser.setInputFiles(await file.path())
  await start.createBoard({
    title: 'Their board',
    template: 'Our way',
    name: 'Bo Lind',
    organisation: 'Police',
  })
  const made = new BoardPage(other)
  await made.isReady()
  await made.find('Frame 4. What cannot fail?')
  await made.find('Organisation Police')
})
