import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { cameraJpeg, greyPng, join, samples } from '../shared/images/fixtures/samples.ts'
import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'

interface Given {
  name: string
  type: string
  bytes: readonly number[]
}

const given = (name: string, type: string, bytes: Uint8Array): Given => ({
  name,
  type,
  bytes: [...bytes],
})

/** Pastes as a browser does when a person presses its keys; `text` stands beside the files, as from a spreadsheet. */
async function paste(
  { page, map, tools }: BoardPage,
  files: readonly Given[],
  text = '',
): Promise<void> {
  // What works the map comes after what shows it.
  await expect(tools).toBeVisible()
  await map.focus()
  await page.evaluate(
    ([list, words]) => {
      const data = new DataTransfer()
      for (const { name, type, bytes } of list) {
        data.items.add(new File([new Uint8Array(bytes)], name, { type }))
      }
      if (words !== '') data.setData('text/plain', words)
      document.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [files, text] as const,
  )
}

/** Drags files over a spot of the map and lets go of them there. */
async function drop(
  { map, tools }: BoardPage,
  files: readonly Given[],
  [x, y]: readonly [number, number],
): Promise<void> {
  await expect(tools).toBeVisible()
  const box = await map.boundingBox()
  if (!box) throw new Error('the map is on screen')
  await map.evaluate(
    (target, [list, clientX, clientY]) => {
      const dataTransfer = new DataTransfer()
      for (const { name, type, bytes } of list) {
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
      }
      const init = { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, init))
      }
    },
    [files, box.x + x, box.y + y] as const,
  )
}

/** How many pixels of the map are of the red of the sample. */
const redOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let count = 0
    for (const canvas of document.querySelectorAll('canvas')) {
      const { width, height } = canvas
      const data = width > 0 ? canvas.getContext('2d')?.getImageData(0, 0, width, height).data : []
      for (let i = 0; i < (data?.length ?? 0); i += 4) {
        const [r = 0, g = 0, b = 0] = data?.slice(i, i + 3) ?? []
        if (r > 190 && g < 70 && b < 80) count += 1
      }
    }
    return count
  })

const barn = given('barn.jpg', 'image/jpeg', cameraJpeg(1))

test('an image pasted by one is seen by the other, after a reload too, and in the files that are taken away', async ({
  joinAs,
  peerAs,
}) => {
  const asha = await joinAs('partner', 'Asha Patel', 'Riverside NHS Trust')
  const ben = await joinAs('observer', 'Ben Ito')
  const peer = await peerAs('observer', 'Olwen Pugh')
  await paste(asha, [barn])
  await expect.poll(() => objectsIn(peer.doc, 'image')).toHaveLength(1)
  await asha.details.getByLabel('Describe the image').fill('A red barn')
  await asha.page.keyboard.press('Tab')
  await expect.poll(() => redOn(ben.page)).toBeGreaterThan(30)
  await asha.isSaved()
  await asha.page.reload()
  await asha.isReady()
  await expect.poll(() => redOn(asha.page)).toBeGreaterThan(30)
  await asha.select('Image A red barn')

  const taken = async (item: string): Promise<Buffer> => {
    const download = asha.page.waitForEvent('download')
    await asha.choose('Export', item)
    const file = test.info().outputPath(item)
    await (await download).saveAs(file)
    return readFile(file)
  }
  const jpeg = Buffer.from(samples.jpeg).toString('base64')
  await asha.choose('Export', 'Picture…')
  const pictures = asha.page.getByRole('dialog', { name: 'Picture' })
  await pictures.getByRole('radio', { name: /^SVG/ }).press('Space')
  const drawn = asha.page.waitForEvent('download')
  await pictures.getByRole('button', { name: 'Download picture' }).click()
  const svg = test.info().outputPath('board.svg')
  await (await drawn).saveAs(svg)
  expect(await readFile(svg, 'utf8')).toContain(jpeg)
  await pictures.getByRole('button', { name: 'Close' }).click()
  const whole = (await taken('Whole board')).toString()
  expect(whole).toContain(jpeg)
  expect(Buffer.from(whole).includes('GPS')).toBe(false)
  await asha.page.getByRole('button', { name: 'Export', exact: true }).click()
  await asha.page.getByRole('menuitem', { name: 'Board paper…' }).click()
  const dialog = asha.page.getByRole('dialog', { name: 'Board paper' })
  await expect(dialog.locator('image[href]')).toHaveCount(1)
  const download = asha.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download PDF' }).click()
  const pdf = test.info().outputPath('paper.pdf')
  await (await download).saveAs(pdf)
  expect((await readFile(pdf)).includes(Buffer.from(samples.jpeg))).toBe(true)
})

test('images dropped on the map lie where they were dropped; what is no image is refused by name', async ({
  joinAs,
  peerAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const peer = await peerAs('observer', 'Olwen Pugh')
  const said = person.page.getByRole('status')
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  const wrong = [
    [given('plan.svg', 'image/svg+xml', join(svg)), 'is an SVG drawing'],
    [given('cut.png', 'image/png', samples.png.subarray(0, 60)), 'it is damaged'],
    [given('notes.docx', 'application/zip', join('PK')), 'is no image that a board takes'],
    [given('huge.png', 'image/png', greyPng(10_000, 10_000)), '100 million pixels'],
  ] as const
  for (const [file, words] of wrong) {
    await drop(person, [file], [400, 400])
    await expect(said.getByText(`“${file.name}”`).last()).toContainText(words)
  }
  expect(objectsIn(peer.doc, 'image')).toEqual([])

  // One that is damaged doesn't keep back the others.
  await drop(person, [wrong[1][0], given('b.webp', 'image/webp', samples.webp)], [500, 300])
  await expect.poll(() => objectsIn(peer.doc, 'image')).toHaveLength(1)
  await expect.poll(() => redOn(person.page)).toBeGreaterThan(30)
  await drop(person, [barn, barn], [500, 500])
  await expect.poll(() => objectsIn(peer.doc, 'image')).toHaveLength(3)
  const [, second, third] = objectsIn(peer.doc, 'image')
  expect(second?.fields['image']).toBe(third?.fields['image'])
  expect(second?.at).not.toEqual(third?.at)
})

test('an image is chosen from files, keeps its proportions, and follows its copy to another board', async ({
  server,
  joinAs,
  peerAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  await person.tools.getByRole('button', { name: 'More to place' }).click()
  const chooser = person.page.waitForEvent('filechooser')
  await person.page.getByRole('menuitem', { name: 'Image…' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'grey.png',
    mimeType: 'image/png',
    buffer: Buffer.from(greyPng(3000, 1500)),
  })
  const peer = await peerAs('observer', 'Olwen Pugh')
  await expect
    .poll(() => objectsIn(peer.doc, 'image').map(({ size }) => size))
    .toEqual([[480, 240]])
  await person.isSaved()

  await person.map.focus()
  const copied = await person.page.evaluate(() => {
    const data = new DataTransfer()
    document.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return data.getData('text/html')
  })
  const other = await createBoard(server, { title: 'Elsewhere' })
  const elsewhere = await peerAs('observer', 'Olwen Pugh', undefined, other)
  await person.page.goto(other.links.facilitator)
  await person.page.getByRole('textbox', { name: 'Your name' }).fill('Amara Okafor')
  await person.page.getByRole('radio').first().press('Space')
  await person.page.getByRole('button', { name: 'Join the board' }).click()
  await person.isReady()
  await expect(person.tools).toBeVisible()
  await person.map.focus()
  await person.page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, copied)
  await expect.poll(() => objectsIn(elsewhere.doc, 'image')).toHaveLength(1)
  const image = String(objectsIn(elsewhere.doc, 'image')[0]?.fields['image'])
  const kept = person.page.waitForResponse((response) => response.url().endsWith(image))
  await person.page.reload()
  expect((await kept).status()).toBe(200)
})

test('without the server an image is not taken, and is said so; an observer can add none', async ({
  joinAs,
}) => {
  const person = await joinAs('partner', 'Asha Patel', 'Riverside NHS Trust')
  await person.page.route('**/images', (route) => route.abort())
  await paste(person, [barn])
  await expect(person.page.getByRole('status').getByText('Nothing else is lost')).toBeVisible()
  // A spreadsheet brings a picture of its cells; their words are what was meant.
  await paste(person, [barn], 'one\ntwo')
  await expect(person.page.getByText('2 objects selected')).toHaveCount(1)

  const observer = await joinAs('observer', 'Ben Ito')
  await drop(observer, [barn], [300, 300])
  await expect(observer.page.getByText('Observers can read this board')).toBeVisible()
})
