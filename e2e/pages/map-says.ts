import { expect, type Locator } from '@playwright/test'
import type { BoardPage } from './board-page.ts'

/** The dialog “What the map says”, open on one of its parts. */
export class MapSays {
  readonly dialog: Locator

  private constructor(dialog: Locator) {
    this.dialog = dialog
  }

  static async open(
    { page, map }: BoardPage,
    part: 'To act on' | 'Figures' = 'To act on',
  ): Promise<MapSays> {
    await map.press('Escape')
    await page.getByRole('button', { name: 'What the map says' }).click()
    const dialog = page.getByRole('dialog', { name: 'What the map says' })
    await dialog.getByRole('radio', { name: part }).press('Space')
    return new MapSays(dialog)
  }

  /** The lines under a flag or list. */
  under(title: string): Locator {
    return this.dialog
      .locator('li, section')
      .filter({ has: this.dialog.page().getByRole('heading', { name: title }) })
      .getByRole('button')
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
    await expect(this.dialog).toBeHidden()
  }
}
