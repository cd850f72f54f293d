import { expect, type Locator, type Page } from '@playwright/test'

/** A board as one participant sees it. */
export class BoardPage {
  readonly page: Page
  /** the map: takes keyboard focus, Tab moves from object to object */
  readonly map: Locator
  readonly tools: Locator

  constructor(page: Page) {
    this.page = page
    this.map = page.getByRole('application', { name: /Map of the board/ })
    this.tools = page.getByRole('toolbar', { name: 'Tools' })
  }

  /** Resolves when the whole board has arrived and can be worked with. */
  async isReady(): Promise<void> {
    await expect(this.map).toBeVisible()
  }
}
