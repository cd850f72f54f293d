import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { boardToJson, jsonToBoard } from '../../shared/board/json.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import type { ExportJob } from './exporter.ts'
import {
  awkwardBoard,
  emptyBoard,
  MADE_AT,
  stateOf,
  westbury,
} from '../../shared/paper/fixtures/boards.ts'
import { renderExport } from './render.ts'

async function made(doc: Y.Doc, format: ExportFormat, frame?: string): Promise<Buffer> {
  const title = rootsOf(doc).board.get('title')
  const result = await renderExport({
    format,
    state: stateOf(doc),
    title: typeof title === 'string' ? title : '',
    generatedAt: MADE_AT,
    ...(frame !== undefined && { frame }),
  })
  assert(result.ok, `${format} is made`)
  return Buffer.from(result.value.bytes)
}

const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('exports of a board', { timeout: 60_000 }, () => {
  it.each([
    ['full', westbury],
    ['empty', emptyBoard],
    ['awkward', awkwardBoard],
  ])('give JSON that reads back as the same %s board', async (_, board) => {
    // As it is on disk: on its way there, Yjs replaces half a surrogate pair.
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stateOf(board()))
    const read = jsonToBoard(JSON.parse((await made(doc, 'json')).toString()))
    assert(read.ok, 'the file reads back')
    expect(boardToJson(read.value)).toEqual(boardToJson(doc))
  })

  it('give an SVG that stands alone and keeps its words apart from its markup', async () => {
    const svg = (await made(awkwardBoard(), 'svg')).toString()
    expect(() => new Resvg(svg)).not.toThrow()
    expect(svg).toContain(
      '<title>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; “Cyfarfod” 🎉</title>',
    )
    expect(svg).not.toContain('<script')
    expect(svg).toContain('@font-face')
    expect(svg.replaceAll(/xmlns="[^"]*"/g, '')).not.toMatch(/https?:/)
  })

  it('give a picture of a selection at a scale and on a ground of its own, up to what programs open', async () => {
    const job = {
      format: 'png',
      state: stateOf(westbury()),
      title: '',
      generatedAt: MADE_AT,
      objects: ['council', 'icb', 'gone'],
    } as const
    const picture = async (change: Partial<ExportJob>) => {
      const result = await renderExport({ ...job, ...change })
      assert(result.ok, 'the picture is made')
      return Buffer.from(result.value.bytes)
    }
    const [once, fourfold] = [await picture({ scale: 1 }), await picture({ scale: 4 })]
    expect(sizeOf(fourfold).map((side) => Math.round(side / 4))).toEqual(sizeOf(once))
    const svg = async (change: Partial<ExportJob>) =>
      (await picture({ ...change, format: 'svg' })).toString()
    const grounded = await svg({ background: 'white' })
    expect(grounded).toContain('Westbury County')
    expect(grounded).not.toContain('Police')
    expect(grounded).toMatch(/<\/desc>\n<rect[^>]* fill="#ffffff"\/>/)
    expect(await svg({ background: 'transparent' })).toMatch(/<\/desc>\n<g/)
    expect(await renderExport({ ...job, objects: ['gone'] })).toMatchObject({
      ok: false,
      error: { kind: 'unknown-objects' },
    })
    const { objects: _, ...whole } = job
    expect(await renderExport({ ...whole, scale: 8 })).toMatchObject({
      ok: false,
      error: { kind: 'too-large', detail: expect.stringMatching(/14,\d+ by 9,\d+ pixels/) },
    })
  })

  it('give a PNG at twice the size on screen', async () => {
    const doc = emptyBoard()
    addObjects(
      doc,
      [{ type: 'note', at: [0, 0], size: [200, 100], fields: { text: 'Here' } }],
      'test',
    )
    const [width, height] = sizeOf(await made(doc, 'png'))
    expect([width, height]).toEqual([(200 + 80) * 2, (100 + 80) * 2])
  })

  it('keep a PNG of a boundless board to a sane number of pixels', async () => {
    const [width, height] = sizeOf(await made(awkwardBoard(), 'png'))
    expect(width * height).toBeLessThanOrEqual(40_000_000)
    expect(Math.max(width, height)).toBeLessThanOrEqual(16_000)
    expect(Math.min(width, height)).toBeGreaterThan(0)
  })

  it('show only what lies in the frame that is asked for', async () => {
    const doc = emptyBoard()
    addObjects(
      doc,
      [
        { id: 'f', type: 'frame', at: [0, 0], size: [600, 400], fields: { title: 'Stage one' } },
        { type: 'note', at: [50, 100], frame: 'f', fields: { text: 'Inside' } },
        { type: 'note', at: [900, 0], fields: { text: 'Outside' } },
      ],
      'test',
    )
    const svg = (await made(doc, 'svg', 'f')).toString()
    expect(svg).toContain('Inside')
    expect(svg).not.toContain('Outside')
  })

  it.each(['json', 'svg', 'png', 'pdf', 'docx', 'xlsx', 'csv'] as const)(
    'give the same bytes for the same board as %s',
    async (format) => {
      const doc = westbury()
      expect((await made(doc, format)).equals(await made(doc, format))).toBe(true)
    },
  )
})
