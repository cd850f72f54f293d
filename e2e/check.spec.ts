import { expect, test } from './fixtures.ts'

test('the self-test tries everything for real, and its result can be sent to IT', async ({
  server,
  newPerson,
  expectAccessible,
}) => {
  const page = await newPerson()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${server.url}check`)
  await expect(page.getByText('This browser and network can join a workshop.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    /^Browser: Works/,
    /^Server: Works/,
    /^Live connection \(WebSocket\): Works/,
    /^Slow connection \(HTTP polling\): Works/,
    /^Storage in this browser: Works/,
    /^Clipboard: Works/,
    /^Clock: Works/,
  ])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Copy the result for IT' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Live connection (WebSocket): Works. It opens.')
})

test('the self-test says what a blocked WebSocket means', async ({ server, newPerson }) => {
  const page = await newPerson()
  await page.addInitScript(() => {
    class Blocked extends EventTarget {
      constructor() {
        super()
        setTimeout(() => this.dispatchEvent(new CloseEvent('close', { code: 1006 })))
      }
      close(): void {}
    }
    Object.assign(globalThis, { WebSocket: Blocked })
  })
  await page.goto(`${server.url}check`)
  await expect(page.getByText('can join a workshop, with limits')).toBeVisible()
  await expect(page.getByText('IT can allow WebSockets to this server.')).toBeVisible()
})

test('the self-test says that a browser is too old, and a page whose app doesn’t begin says so by itself', async ({
  server,
  newPerson,
}) => {
  const page = await newPerson()
  await page.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'))
  await page.goto(`${server.url}check`)
  await expect(page.getByText('can’t join a workshop yet')).toBeVisible()
  await expect(page.getByText('Rapport needs Chrome or Edge 116')).toBeVisible()
  await expect(page.getByText('Rapport has not started yet.')).toHaveCount(0)

  const blocked = await newPerson()
  await blocked.route(/app-.*\.js$/, (route) => route.abort())
  await blocked.goto(server.url)
  await expect(blocked.getByText('Rapport has not started yet.')).toBeHidden()
  await expect(blocked.getByText('Rapport has not started yet.')).toBeVisible()
  await expect(blocked.getByText('Nid yw Rapport wedi dechrau eto.')).toBeVisible()
})
