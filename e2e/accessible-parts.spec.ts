import type { Locator, Page } from '@playwright/test'
import { addObjects } from '../shared/board/commands.ts'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'

/** Runs a command by its name from the list of all commands. */
async function run({ page, map }: BoardPage, command: string): Promise<void> {
  await map.focus()
  await map.press('ControlOrMeta+k')
  const commands = page.getByRole('dialog', { name: 'All commands' })
  await commands.getByRole('combobox').fill(command)
  await expect(commands.getByRole('option', { name: command }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(commands).toBeHidden()
}

/** Holds what has opened against axe's rules, and closes it. */
async function lookAt(
  what: Locator,
  expectAccessible: (page: Page) => Promise<void>,
): Promise<void> {
  await expect(what).toBeVisible()
  await expectAccessible(what.page())
  await what.page().keyboard.press('Escape')
}

test('axe finds nothing in what helps: commands, shortcuts, help, finding and joining', async ({
  server,
  joinAs,
  expectAccessible,
}) => {
  const board = await createBoard(server, { template: 'right-relationships' })
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const { page, map } = person

  // F1 helps with what is in front of the person.
  await page.getByRole('button', { name: 'Next stage' }).press('Enter')
  await map.focus()
  await map.press('n')
  await map.press('F1')
  const help = page.getByRole('dialog', { name: 'Help' })
  const here = help.getByRole('region', { name: 'Here and now' })
  await expect(here.getByRole('heading', { level: 4 })).toContainText([
    '1. What do we bring, and what do we want?',
    'Note',
    'The map',
  ])
  await expect(help).toContainText('Draw only ties that somebody in this room can speak for.')
  await help.getByRole('combobox', { name: 'Template' }).selectOption('The right conversations')
  await expect(help).not.toContainText('Draw only ties')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await map.press('Escape')

  // A tool's key is changed; one that is taken is told; the usual ones come back.
  await person.choose('More', 'Keyboard shortcuts')
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await shortcuts.getByRole('textbox', { name: 'Key for Note' }).fill('o')
  await expect(shortcuts.getByRole('status')).toContainText('O is the key of “Organisation”')
  await shortcuts.getByRole('textbox', { name: 'Key for Note' }).fill('q')
  await expect(shortcuts.getByRole('textbox', { name: 'Key for Note' })).toHaveValue('Q')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await map.focus()
  await map.press('q')
  const note = person.tools.getByRole('button', { name: 'Note', exact: true })
  await expect(note).toHaveAttribute('aria-pressed', 'true')
  await map.press('Escape')
  await person.choose('More', 'Keyboard shortcuts')
  await shortcuts.getByRole('button', { name: 'Use the usual keys' }).press('Enter')
  await expect(shortcuts.getByRole('textbox', { name: 'Key for Note' })).toHaveValue('N')
  await page.keyboard.press('Escape')

  await map.focus()
  await map.press('ControlOrMeta+k')
  await lookAt(page.getByRole('dialog', { name: 'All commands' }), expectAccessible)
  await run(person, 'Find on the map')
  await expect(page.getByRole('search').getByRole('combobox')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await person.find('Organisation Northbank Council')
  await run(person, 'Join to…')
  await expect(page.getByRole('dialog', { name: 'Join two' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in what is done with a board: versions, templates, papers, what the map says', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page, map } = person
  const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const [from, to] = objectsIn(peer.doc, 'organisation')
  const fields = { from: from!.id, to: to!.id }
  addObjects(
    peer.doc,
    [
      { type: 'relationship', at: [0, 0], fields },
      { type: 'frame', at: [0, 900], fields: { title: 'Later' } },
      { type: 'image', at: [600, 300], fields: {} },
    ],
    null,
  )
  await person.select('Image, not described')
  await expectAccessible(page)
  await run(person, 'Comment')
  await lookAt(page.getByRole('region', { name: 'Comments' }), expectAccessible)
  await person.select('Frame Later')
  await map.press('Shift+F10')
  await lookAt(page.getByRole('menu'), expectAccessible)
  await person.deselect()
  await run(person, 'Versions')
  await expect(page.getByRole('region', { name: 'Versions' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Versions' }).getByRole('button').first().press('Escape')
  await person.choose('More', 'Save as a template…')
  await lookAt(page.getByRole('dialog'), expectAccessible)
  await person.choose('Export', 'Board paper…')
  const paper = page.getByRole('dialog', { name: 'Board paper' })
  await expect(paper.getByRole('button', { name: 'Download Word' })).toBeEnabled()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'What the map says' }).press('Enter')
  const says = page.getByRole('dialog', { name: 'What the map says' })
  for (const part of ['To act on', 'Figures', 'Trust matrix']) {
    await says.getByRole('radio', { name: part }).press('Space')
    await expectAccessible(page)
  }
  await page.keyboard.press('Escape')
  await run(person, 'Add an assumption without my name')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in what a session is run with: questions, time, the frames one by one', async ({
  server,
  joinAs,
  expectAccessible,
}) => {
  const board = await createBoard(server, { template: 'right-relationships' })
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const { page } = person
  await page.getByRole('button', { name: 'Start a timer' }).press('Enter')
  await lookAt(page.getByRole('dialog', { name: 'Timer' }), expectAccessible)
  await page.getByRole('button', { name: 'Run the session' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Time spent' }).press('Enter')
  await lookAt(page.getByRole('dialog'), expectAccessible)
  await page.getByRole('button', { name: 'Ask everyone' }).press('Enter')
  const ask = page.getByRole('dialog', { name: 'Ask everyone' })
  const kinds = ask.getByRole('group', { name: 'What kind of question?' }).getByRole('radio')
  for (const kind of [kinds.nth(1), kinds.last()]) {
    await kind.press('Space')
    await expectAccessible(page)
  }
  await page.keyboard.press('Escape')
  await run(person, 'Present the frames')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in menus and in what floats over the map; forced colours keep what is chosen, and nothing moves for who wishes that', async ({
  server,
  joinAs,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const board = await createBoard(server, { template: 'right-relationships' })
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const { page, map } = person
  const layer = page.getByRole('menu').or(page.getByRole('dialog'))
  for (const name of ['Choose a stage', 'Run the session', 'Arrange', 'More to place', 'Lens']) {
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await expect(layer).toBeVisible()
    await expectAccessible(page)
    if (name !== 'Lens') await page.keyboard.press('Escape')
  }
  await page.getByRole('menuitemradio', { name: 'Trust', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Trust', exact: true })).toBeVisible()
  await map.focus()
  await map.press('s')
  await expect(page.getByRole('group', { name: 'Shape options' })).toBeVisible()
  await expectAccessible(page)
  await map.press('Escape')
  await map.press('ControlOrMeta+a')
  await expect(page.getByRole('toolbar', { name: 'Arrange what is selected' })).toBeVisible()
  await expectAccessible(page)
  await map.press('Escape')
  await person.choose('Export', 'Picture…')
  await lookAt(page.getByRole('dialog'), expectAccessible)

  // What is pressed and what has the keyboard has a line where the system takes the colours.
  const select = person.tools.getByRole('button', { name: 'Select', exact: true })
  const other = person.tools.getByRole('button', { name: 'Hand', exact: true })
  await map.focus()
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(select).toHaveCSS('outline-style', 'solid')
  await expect(other).not.toHaveCSS('outline-style', 'solid')
  await other.focus()
  await page.keyboard.press('Shift')
  await expect(other).toHaveCSS('outline-style', 'solid')
  await page.emulateMedia({ forcedColors: 'none' })

  // A dialog comes with a movement, and without one where none is wished.
  const share = page.getByRole('dialog', { name: 'Share this board' })
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    await page.emulateMedia({ reducedMotion })
    await person.openShare()
    const seconds = await share.evaluate((dialog) => {
      const { animationDuration, transitionDuration } = getComputedStyle(dialog)
      return Number.parseFloat(animationDuration) + Number.parseFloat(transitionDuration)
    })
    expect(seconds > 0.05).toBe(moves)
    await page.keyboard.press('Escape')
    await expect(share).toBeHidden()
  }

  // At 200 % on a small laptop no panel covers what stands at the bottom.
  await page.setViewportSize({ width: 640, height: 400 })
  await person.find('Organisation Northbank Council')
  for (const name of ['Trust', 'What the map says', 'Arrange', 'Show everything']) {
    await page.getByRole('button', { name, exact: true }).click({ trial: true })
  }
})
