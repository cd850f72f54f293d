import { formatMean, gapOf, WIDE_GAP, type TieValue } from '../measures/tie.ts'
import { matrixOf } from '../measures/trust.ts'
import type { Block, Cell, Section } from './paper.ts'
import { sourceOf } from './source.ts'
import { nameOf } from './tie-facts.ts'
import { byName } from './words.ts'
import type { ToldView } from './told-view.ts'

/** As many figures stand side by side on a landscape page. */
const MOST_COLUMNS = 26

/** Beyond this a matrix is a wall of figures; the relationships are listed one by one all the same. */
const MOST_ORGANISATIONS = 54

const isWide = (a: TieValue, b: TieValue): boolean => Math.abs(gapOf(a, b) ?? 0) > WIDE_GAP - 1e-9

function cellOf(said: TieValue, back: TieValue): Cell {
  if (said === undefined) return { text: '' }
  if (said === 'unknown') return { text: '?' }
  return { text: formatMean(said), ...(isWide(said, back) && { strong: true as const }) }
}

/** What every organisation says of every other, as one table: rows speak, columns are spoken of. */
export function composeMatrix(view: ToldView): Section[] {
  const { say, speech } = view
  const { organisations, cells } = matrixOf(sourceOf(view))
  const said = cells.some((row) => row.some((value) => value !== undefined))
  if (!said || organisations.length < 2) return []
  const names = organisations.map((id) => {
    const object = view.object(id)
    return object ? nameOf(object, say) : ''
  })
  const order = [...names.keys()].sort((a, b) => byName(names[a] ?? '', names[b] ?? '') || a - b)
  const trust = view.tieMeasure === 'trust'
  const heading: Block = {
    kind: 'heading',
    level: 2,
    text: trust ? say('Trust matrix') : say('Contact matrix'),
  }
  if (organisations.length > MOST_ORGANISATIONS) {
    const text = speech.count(
      organisations.length,
      '{n} organisation is too many for one table; the relationships follow one by one.',
      '{n} organisations are too many for one table; the relationships follow one by one.',
    )
    return [
      { orientation: 'landscape', blocks: [heading, { kind: 'paragraph', text, style: 'body' }] },
    ]
  }
  const read: Block = {
    kind: 'paragraph',
    style: 'body',
    text: trust
      ? say(
          'Each row says how far the organisation trusts those in the columns, which have the rows’ numbers: 1 not at all to 4 a great deal, “?” don’t know. An empty place means no relationship or no answer. In bold: the other side says something a step or more different.',
        )
      : say(
          'Each row says how often the organisation is in contact with those in the columns, which have the rows’ numbers: 1 rarely to 4 all the time, “?” don’t know. An empty place means no relationship or no answer. In bold: the other side says something a step or more different.',
        ),
  }
  const number = new Map(order.map((index, at) => [index, at + 1]))
  const tables: Block[] = []
  for (let from = 0; from < order.length; from += MOST_COLUMNS) {
    const shown = order.slice(from, from + MOST_COLUMNS)
    tables.push({
      kind: 'table',
      caption:
        order.length <= MOST_COLUMNS
          ? say('What each organisation says of each other')
          : say('What each organisation says of organisations {from} to {to}', {
              from: from + 1,
              to: from + shown.length,
            }),
      columns: [
        {
          label: say('Organisation'),
          share: Math.max(6, shown.length * 0.4),
          align: 'left',
          names: true,
        },
        ...shown.map((index) => ({
          label: String(number.get(index) ?? ''),
          share: 1,
          align: 'centre' as const,
        })),
      ],
      rows: order.map((by) => [
        { text: `${number.get(by) ?? ''}. ${names[by] ?? ''}`, strong: true as const },
        ...shown.map((about) =>
          by === about ? { text: '·' } : cellOf(cells[by]?.[about], cells[about]?.[by]),
        ),
      ]),
    })
  }
  return [{ orientation: 'landscape', blocks: [heading, read, ...tables] }]
}
