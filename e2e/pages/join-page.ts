import { expect, type Page } from '@playwright/test'

/** The page that a link opens: who are you, and whom do you speak for? */
export class JoinPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(link: string): Promise<void> {
    await this.#page.goto(link)
    await expect(this.#page.getByRole('button', { name: 'Join the board' })).toBeVisible()
  }

  /** Joins as `name`; for an organisation that is on the board already, or a new one. */
  async join(name: string, organisation?: string): Promise<void> {
    const page = this.#page
    await page.getByRole('textbox', { name: 'Your name' }).fill(name)
    if (organisation !== undefined) {
      const known = page.getByRole('radio', { name: organisation })
      const another = page.getByRole('radio', { name: 'Another organisation' })
      if ((await known.count()) > 0) await known.press('Space')
      else {
        if ((await another.count()) > 0) await another.press('Space')
        await page.getByRole('textbox', { name: 'Your organisation' }).fill(organisation)
      }
    }
    await page.getByRole('button', { name: 'Join the board' }).click()
  }
}
