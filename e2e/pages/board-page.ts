import { expect, type Locator, type Page } from '@playwright/test'

/** A place on the map in CSS px from its top left. */
export type Spot = readonly [x: number, y: number]

/** A board as one participant sees it. */
export class BoardPage {
  readonly page: Page
  /** the map: takes keyboard focus, Tab moves from object to object */
  readonly map: Locator
  readonly tools: Locator
  /** everything about the selected object */
  readonly details: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.map = page.getByRole('application', { name: /^Map of the board/ })
    this.tools = page.getByRole('toolbar', { name: 'Tools' })
    this.details = page.getByRole('complementary', { name: 'Details' })
    this.status = page.getByRole('button', { name: /^Status: / })
  }

  /** Resolves when the whole board has arrived and all that was done here is on the server's disk. */
  async isReady(): Promise<void> {
    await expect(this.map).toBeVisible()
    await expect(this.status).toHaveAccessibleName(/Saved|Read-only/)
  }

  /** Resolves when the status says that everything is on the server's disk. */
  async isSaved(): Promise<void> {
    await expect(this.status).toHaveAccessibleName('Status: Saved')
  }

  /** Selects an object by its spoken name (kind, then title), with the keyboard, as somebody who doesn't see the map. */
  async select(name: string): Promise<void> {
    await expect(async () => {
      await this.map.focus()
      await this.map.press('Escape')
      const said = this.map.getByText(/, selected$/)
      await expect(said).toHaveCount(0)
      for (let before = ''; ;) {
        await this.map.press('Tab')
        const now = (await said.count()) > 0 ? await said.innerText() : ''
        if (now === `${name}, selected`) break
        expect(now, `the map holds “${name}”`).not.toBe(before)
        before = now
      }
    }).toPass({ timeout: 30_000 })
    await expect(this.details).toBeVisible()
  }

  /** Selects an object by its spoken name through the list of all commands: quick on a full board. */
  async find(name: string): Promise<void> {
    await this.map.focus()
    await this.map.press('Control+k')
    const commands = this.page.getByRole('dialog', { name: 'All commands' })
    await commands.getByRole('combobox').fill(name)
    await commands.getByRole('option', { name }).first().click()
    await expect(this.details).toBeVisible()
  }

  /** Opens the text of an object for typing on the map, as Enter does. */
  async editText(name: string): Promise<void> {
    await this.select(name)
    await this.map.press('Enter')
    await expect(this.map.getByRole('textbox')).toBeFocused()
  }

  /** Leaves nothing selected. */
  async deselect(): Promise<void> {
    await this.map.focus()
    await this.map.press('Escape')
    await expect(this.details).toBeHidden()
  }

  /** Puts an object on the map with its tool, and types its title. */
  async place(kind: string, [x, y]: Spot, title: string): Promise<void> {
    await this.tools.getByRole('button', { name: kind, exact: true }).click()
    await this.map.click({ position: { x, y } })
    const editor = this.map.getByRole('textbox')
    await expect(editor).toBeFocused()
    await editor.pressSequentially(title)
    await editor.press('Escape')
    await expect(editor).toBeHidden()
    await this.deselect()
  }

  /** Draws a relationship from what lies at one spot to what lies at another. */
  async relate(from: Spot, to: Spot): Promise<void> {
    await this.tools.getByRole('button', { name: 'Relationship', exact: true }).click()
    const box = await this.map.boundingBox()
    if (!box) throw new Error('the map is on screen')
    const { mouse } = this.page
    await mouse.move(box.x + from[0], box.y + from[1])
    await mouse.down()
    await mouse.move(box.x + (from[0] + to[0]) / 2, box.y + (from[1] + to[1]) / 2)
    await mouse.move(box.x + to[0], box.y + to[1])
    await mouse.up()
  }

  /** Opens the dialog with the board's links. */
  async openShare(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Share' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Share this board' })
    await expect(dialog).toBeVisible()
    return dialog
  }

  /** Chooses an item of the menu behind a button of the bar. */
  async choose(menu: 'Export' | 'More', item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
