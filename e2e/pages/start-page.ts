import { expect, type Page } from '@playwright/test'

/** The start page: where a board is made. */
export class StartPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url)
    await expect(this.#page.getByRole('button', { name: 'Create the board' })).toBeVisible()
  }

  /** Fills in the form and makes the board; ends on the board's page. */
  async createBoard(board: {
    title: string
    template: string
    name: string
    organisation: string
  }): Promise<void> {
    const page = this.#page
    await page.getByRole('textbox', { name: 'What is the board about?' }).fill(board.title)
    await page.getByRole('radio', { name: board.template }).press('Space')
    await page.getByRole('textbox', { name: 'Your name' }).fill(board.name)
    await page.getByRole('textbox', { name: 'Your organisation' }).fill(board.organisation)
    await page.getByRole('button', { name: 'Create the board' }).click()
    await page.waitForURL(/\/b\/[^#]+$/)
  }
}
