import { existsSync, readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { exportFormats } from '../../shared/exchange/export-formats.ts'
import { assert } from '../../shared/assert.ts'
import type { ExportProgress } from '../../shared/protocol/export-stream.ts'
import { createExporter, type Exporter, type ExporterOptions, type ExportJob } from './exporter.ts'
import { MADE_AT, stateOf, westbury } from '../../shared/paper/fixtures/boards.ts'

const open: Exporter[] = []
const start = (options?: ExporterOptions): Exporter => {
  const exporter = createExporter(options)
  open.push(exporter)
  return exporter
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((exporter) => exporter.close()))
})

const job = (change: Partial<ExportJob> = {}): ExportJob => ({
  format: 'json',
  state: stateOf(westbury()),
  title: 'Winter pressures',
  generatedAt: MADE_AT,
  ...change,
})

const first: Readonly<Record<(typeof exportFormats)[number], string>> = {
  json: '{"format":"rapport-board"',
  png: '\u0089PNG\r\n',
  svg: '<svg xmlns=',
  pdf: '%PDF-1.7',
  docx: 'PK\u0003\u0004',
  xlsx: 'PK\u0003\u0004',
  csv: 'PK\u0003\u0004',
  kumu: '{\n "elements": [',
  graphml: '<?xml version="1.0"',
  gexf: '<?xml version="1.0"',
}

describe('the exporter', () => {
  it('makes every kind of file in its thread', { timeout: 60_000 }, async () => {
    const exporter = start()
    for (const format of exportFormats) {
      const made = await exporter.export(job({ format }))
      assert(made.ok, `${format} is made`)
      const { bytes, fileName } = made.value
      expect(Buffer.from(bytes).toString('latin1')).toMatch(
        new RegExp(`^${first[format].replaceAll(/[{[?\n]/g, '\\$&')}`),
      )
      expect(fileName).toMatch(/^Winter pressures 2026-03-04/)
    }
  })

  it('leaves the event loop free while it works', { timeout: 60_000 }, async () => {
    const exporter = start()
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    const made = await exporter.export(job({ format: 'docx' }))
    clearInterval(timer)
    expect(made.ok).toBe(true)
    expect(turns).toBeGreaterThan(10)
  })

  it('says so when there is no such frame', { timeout: 60_000 }, async () => {
    const made = await start().export(job({ format: 'png', frame: 'gone' }))
    expect(made).toEqual({
      ok: false,
      error: { kind: 'unknown-frame', detail: 'There is no such frame on the board.' },
    })
  })

  it('turns jobs away when too many wait', { timeout: 60_000 }, async () => {
    const exporter = start({ waiting: 2 })
    const all = await Promise.all(Array.from({ length: 8 }, () => exporter.export(job())))
    const busy = all.filter((made) => !made.ok && made.error.kind === 'busy')
    expect(busy.length).toBeGreaterThanOrEqual(4)
    expect(all.some((made) => made.ok)).toBe(true)
  })

  it('gives up a job that takes too long, and makes the next', { timeout: 60_000 }, async () => {
    const hasty = start({ timeout: 1 })
    expect(await hasty.export(job({ format: 'pdf' }))).toMatchObject({
      ok: false,
      error: { kind: 'too-slow' },
    })
    expect((await start().export(job())).ok).toBe(true)
  })

  it('tells of each step of a paper, and counts what is written', { timeout: 60_000 }, async () => {
    const exporter = start()
    for (const format of ['pdf', 'docx'] as const) {
      const told: ExportProgress[] = []
      const made = await exporter.export(job({ format }), { report: (step) => told.push(step) })
      expect(made.ok).toBe(true)
      expect([...new Set(told.map(({ step }) => step))]).toEqual([
        'waiting',
        'reading',
        'composing',
        'writing',
        'packing',
      ])
      const written = told.filter(({ step }) => step === 'writing').map(({ done }) => done ?? -1)
      expect(written).toEqual([...new Set(written)].sort((a, b) => a - b))
      expect(written.length).toBeGreaterThan(10)
      expect(written.at(-1)).toBe(told.find(({ of }) => of !== undefined)?.of)
    }
  })

  it(
    'stops the work at once at whatever step it is cancelled, and makes the next',
    { timeout: 60_000 },
    async () => {
      const exporter = start()
      const threads = (): number => readdirSync('/proc/self/task').length
      const before = existsSync('/proc/self/task') ? threads() : Infinity
      for (const step of ['waiting', 'reading', 'composing', 'writing', 'packing'] as const) {
        const cancel = new AbortController()
        const report = (told: ExportProgress): void => {
          if (told.step === step) cancel.abort()
        }
        const made = await exporter.export(job({ format: 'docx' }), {
          cancel: cancel.signal,
          report,
        })
        expect(made).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
        if (before !== Infinity) await expect.poll(threads).toBeLessThanOrEqual(before)
      }
      expect((await exporter.export(job())).ok).toBe(true)
    },
  )

  it('tells who waits when it is closed', { timeout: 60_000 }, async () => {
    const exporter = start()
    let closed: Promise<void> | undefined
    const report = ({ step }: ExportProgress): void => {
      if (step === 'writing') closed ??= exporter.close()
    }
    const stopped = {
      ok: false,
      error: { kind: 'busy', detail: 'The server stops. Try again in a minute.' },
    }
    expect(await exporter.export(job({ format: 'docx' }), { report })).toEqual(stopped)
    await closed
    expect(await exporter.export(job())).toEqual(stopped)
  })

  it('rejects what is no document, and makes the next', { timeout: 60_000 }, async () => {
    const exporter = start()
    await expect(
      exporter.export(job({ state: new Uint8Array([255, 255, 255, 255]) })),
    ).rejects.toThrow()
    expect((await exporter.export(job())).ok).toBe(true)
  })
})
