import { Resvg } from '@resvg/resvg-js'
import { chromium } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { assert } from '../../shared/assert.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { viewOf } from '../../shared/board/view.ts'
import { sceneOf, type Scene } from '../../shared/draw/scene.ts'
import { svgOf } from '../../shared/draw/svg.ts'
import { MADE_AT, westbury } from '../../shared/paper/fixtures/boards.ts'
import { has, inFolder } from './fixtures/programs.ts'
import { TaggedPdf } from './pdf-document.ts'
import { paintScene } from './pdf-picture.ts'
import { FAMILY, fontBytes, fontPath } from './typeface.ts'
import { toldIn } from '../../shared/paper/told-view.ts'
import { cy } from '../../shared/words/cy/cy.ts'
import { english, type Words } from '../../shared/words/words.ts'

/** Pixels side by side, row after row: `step` values each, of which the first three are their colour. */
interface Picture {
  width: number
  height: number
  step: 3 | 4
  values: Uint8Array
}

/** Pixels for a world unit; at fewer, poppler widens thin lines so that they can be seen. */
const SCALE = 1.2
/** Pixels of each side of a cell: edges and hinting differ inside one, what is drawn where does not. */
const CELL = 16

function sceneFor(words: Words = english): Scene {
  const doc = westbury()
  const turned = (type: string, turn: number, i: number, fields: Record<string, unknown>) => ({
    type,
    at: [-900 + i * 320, -900] as const,
    size: [220, 140] as const,
    fields: { turn, text: 'Turned, and still to be read by everybody', ...fields },
  })
  addObjects(
    doc,
    [
      turned('shape', 30, 0, { kind: 'diamond', fill: 'noteBlue' }),
      turned('note', 345, 1, {}),
      turned('text', 90, 2, { style: 'heading' }),
      turned('shape', 200, 3, { outline: 'dashed' }),
      turned('image', 45, 4, { alt: 'The hall' }),
    ],
    'test',
  )
  const view = toldIn(viewOf(doc), words)
  return sceneOf(view.objects, view)
}

function throughSvg(scene: Scene): Picture {
  const image = new Resvg(svgOf(scene, { theme: 'light', background: 'raised', scale: SCALE }), {
    font: {
      fontFiles: ([400, 600, 700] as const).map(fontPath),
      loadSystemFonts: false,
      defaultFontFamily: FAMILY,
    },
  }).render()
  return { width: image.width, height: image.height, step: 4, values: image.pixels }
}

async function throughPdf(scene: Scene): Promise<Picture> {
  const pdf = new TaggedPdf({
    title: 'Picture',
    subject: '',
    language: 'en-GB',
    generatedAt: MADE_AT,
  })
  const [width, height] = [scene.box.width * SCALE, scene.box.height * SCALE]
  pdf.addPage({ size: [width, height], margin: 0 })
  paintScene(pdf, scene, { x: 0, y: 0, width, height })
  pdf.end()
  const ppm = inFolder('picture.pdf', await pdf.bytes, (_, file) =>
    execFileSync('pdftoppm', ['-r', '72', file], { maxBuffer: 1e8 }),
  )
  const [head = '', wide, high] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40)) ?? []
  assert(head !== '', 'pdftoppm gives a PPM')
  return { width: Number(wide), height: Number(high), step: 3, values: ppm.subarray(head.length) }
}

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()].find(
  (file) => existsSync(file),
)

async function painterScript(): Promise<string> {
  const root = path.join(import.meta.dirname, '../..')
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.join(import.meta.dirname, 'fixtures/paint-canvas.ts'),
        formats: ['iife'],
        name: 'rapport',
      },
    },
  })
  const [first] = [built].flat()
  assert(first && 'output' in first, 'Vite gives the files of a build')
  return first.output[0].code
}

async function throughCanvas(scene: Scene): Promise<Picture> {
  const app = await chromium.launch({
    ...(browser && { executablePath: browser }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await app.newPage()
    await page.addScriptTag({ content: await painterScript() })
    const fonts = ([400, 600, 700] as const).map((weight) => [
      weight,
      fontBytes(weight).toString('base64'),
    ])
    const url = await page.evaluate(
      ([input]) =>
        (
          globalThis as unknown as { rapport: { paint(json: string): Promise<string> } }
        ).rapport.paint(input),
      [JSON.stringify({ scene, scale: SCALE, fonts, family: FAMILY })] as const,
    )
    const { width, height, base64 } = JSON.parse(url) as {
      width: number
      height: number
      base64: string
    }
    return { width, height, step: 4, values: Buffer.from(base64, 'base64') }
  } finally {
    await app.close()
  }
}

/** The mean colour of each cell of `CELL` × `CELL` pixels. */
function cellsOf(
  { width, height, step, values }: Picture,
  columns: number,
  rows: number,
): Float64Array {
  const sums = new Float64Array(columns * rows * 3)
  for (let y = 0; y < rows * CELL && y < height; y++) {
    for (let x = 0; x < columns * CELL && x < width; x++) {
      const cell = (Math.floor(y / CELL) * columns + Math.floor(x / CELL)) * 3
      for (let c = 0; c < 3; c++) sums[cell + c]! += values[(y * width + x) * step + c]! / CELL ** 2
    }
  }
  return sums
}

/** How far two pictures are apart, over all cells and in the worst, on the scale of 0 to 255. */
function apart(a: Picture, b: Picture): { mean: number; worst: number } {
  expect(Math.abs(a.width - b.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(a.height - b.height)).toBeLessThanOrEqual(1)
  const [columns, rows] = [a, b].reduce(
    ([w, h], { width, height }) => [
      Math.min(w, Math.floor(width / CELL)),
      Math.min(h, Math.floor(height / CELL)),
    ],
    [Infinity, Infinity],
  )
  const [one, two] = [cellsOf(a, columns, rows), cellsOf(b, columns, rows)]
  let [sum, worst] = [0, 0]
  for (const [i, value] of one.entries()) {
    const difference = Math.abs(value - two[i]!)
    sum += difference
    worst = Math.max(worst, difference)
  }
  return { mean: sum / one.length, worst }
}

/** As many steps of 255 may the cells of two painters differ: antialiasing differs, a missing line or word does not pass. */
const MEAN = 0.8
const WORST = 48

describe('one drawing, three painters', { timeout: 120_000 }, () => {
  const languages = [
    ['English', english],
    ['Welsh', cy],
  ] as const

  it.skipIf(!has('pdftoppm')).each(languages)(
    'gives the same picture as SVG and as PDF, in %s',
    async (_, words) => {
      const scene = sceneFor(words)
      const { mean, worst } = apart(throughSvg(scene), await throughPdf(scene))
      expect(mean).toBeLessThan(MEAN)
      expect(worst).toBeLessThan(WORST)
    },
  )

  it.skipIf(!browser).each(languages)(
    'gives the same picture as SVG and on a canvas, in %s',
    async (_, words) => {
      const scene = sceneFor(words)
      const { mean, worst } = apart(throughSvg(scene), await throughCanvas(scene))
      expect(mean).toBeLessThan(MEAN)
      expect(worst).toBeLessThan(WORST)
    },
  )

  it('is told apart from the same picture in another language', () => {
    expect(apart(throughSvg(sceneFor()), throughSvg(sceneFor(cy))).worst).toBeGreaterThan(WORST)
  })

  it('is told apart from a picture in which one object stands upright', () => {
    const scene = sceneFor()
    const upright = {
      ...scene,
      pieces: scene.pieces.map(({ turn, ...piece }) =>
        turn?.angle === 30 ? piece : { ...piece, ...(turn && { turn }) },
      ),
    }
    expect(apart(throughSvg(scene), throughSvg(upright)).worst).toBeGreaterThan(WORST)
  })

  it('is told apart from a picture in which one card is gone', () => {
    const scene = sceneFor()
    const without = { ...scene, pieces: scene.pieces.filter(({ id }) => id !== 'mind') }
    const { worst } = apart(throughSvg(scene), throughSvg(without))
    expect(worst).toBeGreaterThan(WORST)
  })
})
