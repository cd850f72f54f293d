import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, setOpenReading } from '../board/commands.ts'
import { viewOf, type BoardView } from '../board/view.ts'
import { definitions } from '../objects/index.ts'
import { stagesOf } from '../session/stages.ts'
import { buildBoard } from './build.ts'
import { templates } from './list.ts'
import { readTemplate, templateOf, type TemplateFile } from './template-file.ts'

const CANARY = 'Ada Canary'
const everything = { organisations: true, notes: true }

function boardFrom(template: string | object, names: readonly string[] = []): BoardView {
  const organisations = names.map((name) => ({ name, sector: 'public' as const }))
  const built = buildBoard({ title: 'Winter plan', template, organisations })
  if (!built.ok) throw new Error(built.error.detail)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, built.value)
  return viewOf(doc)
}

const facts = ({ objects, object }: BoardView) =>
  objects
    .map(({ type, at, size, frame, fields }) => ({
      type,
      at,
      size,
      frame: frame === undefined ? undefined : object(frame)?.fields['title'],
      fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

test.each(templates.map(({ id }) => id))(
  'a board of the template “%s” gives a file that gives the same board',
  (id) => {
    const board = boardFrom(id, ['Northbank Council', 'Riverside NHS Trust'])
    const file = JSON.parse(JSON.stringify(templateOf(board.objects, 'Ours', everything))) as object
    const again = boardFrom(file, ['northbank council'])
    expect(facts(again)).toEqual(facts(board))
    expect(stagesOf(again.objects)).toHaveLength(stagesOf(board.objects).length)
  },
)

test('what is turned stays so', () => {
  const doc = new Y.Doc()
  const text = { type: 'text', at: [0, 0] as const }
  addObjects(
    doc,
    [
      { ...text, fields: { text: 'askew', turn: 345 } },
      { ...text, fields: { text: 'upright', turn: 'a lot' } },
    ],
    'test',
  )
  const { objects } = templateOf(viewOf(doc).objects, 'Ours', everything)
  expect(objects.map(({ fields }) => fields['turn'])).toEqual([345, 0])
})

test('no name, answer or reading of anybody gets into a template', () => {
  const doc = new Y.Doc()
  const fill = (fields: (typeof definitions)[number]['fields']): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([key, field]) => {
        if (field.kind === 'ends')
          return [key, { from: fill(field.fields), to: fill(field.fields) }]
        if (field.kind === 'list' || field.kind === 'references') return [key, [CANARY]]
        if (field.kind === 'scale') return [key, field.min]
        return [key, field.kind === 'text' || field.kind === 'line' ? CANARY : undefined]
      }),
    )
  for (const { type, fields } of definitions) {
    const own = { ...fill(fields), ...(type === 'relationship' && { from: 'a', to: 'b' }) }
    const kept = ['frame', 'organisation'].includes(type)
      ? { title: '', prompt: '', name: 'A' }
      : {}
    addObjects(doc, [{ type, at: [0, 0], fields: { ...own, ...kept } }], null)
  }
  const organisation = { type: 'organisation', at: [0, 0] as const, fields: { name: 'B' } }
  addObjects(
    doc,
    [
      { ...organisation, id: 'a' },
      { ...organisation, id: 'b' },
    ],
    null,
  )
  setOpenReading(doc, { relationship: 'r', end: 'from', at: '2026-03-01', note: CANARY }, null)
  const file = templateOf(viewOf(doc).objects, 'Ours', { organisations: true, notes: false })
  expect(new Set(file.objects.map(({ type }) => type))).toEqual(
    new Set(['frame', 'organisation', 'relationship']),
  )
  expect(JSON.stringify(file)).not.toContain(CANARY)
  const bare = templateOf(viewOf(doc).objects, 'Ours', { organisations: false, notes: false })
  expect(bare.objects.map(({ type }) => type)).toEqual(['frame'])
})

test('organisations that the template doesn’t bring stand beside it', () => {
  const file = templateOf(boardFrom('sharing-risk').objects, 'Ours', everything)
  const { objects } = boardFrom(file, ['Police'])
  const [police] = objects.filter(({ type }) => type === 'organisation')
  expect(police?.fields['name']).toBe('Police')
  const frames = objects.filter(({ type }) => type === 'frame')
  expect(frames.every(({ at }) => at[1] > (police?.at[1] ?? 0) + 88)).toBe(true)
  expect(frames.every(({ fields }) => fields['furniture'] === true)).toBe(true)
})

describe('a file is refused where', () => {
  const frame = { id: 'a', type: 'frame', at: [0, 0], size: [10, 10], fields: {} }
  const good = { format: 'rapport-template', version: 1, name: 'Ours', objects: [frame] }
  const tie = { ...frame, id: 'r', type: 'relationship', fields: { from: 'a', to: 'z' } }

  test('it is sound, it is not', () => {
    expect(readTemplate(good)).toMatchObject({ ok: true, value: good as unknown as TemplateFile })
  })

  test.each([
    ['it is something else', [], 'This is no template of Rapport'],
    ['its format is another', { ...good, format: 'rapport-board' }, '“format”'],
    ['it is newer', { ...good, version: 2 }, 'newer version'],
    ['it has no name', { ...good, name: ' ' }, 'The template’s name is missing. (“name”)'],
    [
      'a type can’t be kept',
      { ...good, objects: [{ ...frame, type: 'person' }] },
      'objects.0.type',
    ],
    ['a place is none', { ...good, objects: [{ ...frame, at: [0, null] }] }, 'objects.0.at.1'],
    ['an id is there twice', { ...good, objects: [frame, frame] }, '“objects.1.id”'],
    ['a frame is missing', { ...good, objects: [{ ...frame, frame: 'z' }] }, '“objects.0.frame”'],
    ['a tie dangles', { ...good, objects: [frame, tie] }, '“objects.1.fields.to”'],
    [
      'it is too much',
      { ...good, objects: Array.from({ length: 2_001 }, () => frame) },
      '“objects”',
    ],
  ])('%s', (_, file, says) => {
    const read = readTemplate(file)
    expect(read.ok ? '' : read.error.detail).toContain(says)
    expect(buildBoard({ title: 'x', template: file })).toMatchObject({ ok: false })
  })

  test('what no template keeps is left out', () => {
    const fields = { title: 'Step', prompt: 7, minutes: 9_999, brings: CANARY, furniture: false }
    const read = readTemplate({
      ...good,
      objects: [{ ...frame, fields: { title: 'Step', brings: CANARY } }],
    })
    expect(read.ok && read.value.objects[0]?.fields).toEqual({ title: 'Step' })
    expect(readTemplate({ ...good, objects: [{ ...frame, fields }] }).ok).toBe(false)
  })
})
