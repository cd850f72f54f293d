import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readField } from '../objects/fields.ts'
import { definitionOf } from '../objects/index.ts'
import { TALKED } from '../objects/issue.ts'
import { timeInWords } from '../paper/time-on-issues.ts'
import { toldIn } from '../paper/told-view.ts'
import { english } from '../words/words.ts'
import { addObjects, putInto, setField } from './commands.ts'
import { allMeanings, givenBy } from './lane-meaning.ts'
import { viewOf } from './view.ts'

/** A board with two lanes that say something of their cards, and one that doesn't. */
function board() {
  const doc = new Y.Doc()
  const lane = (id: string, means?: string) => ({
    id,
    type: 'frame',
    at: [0, 0] as const,
    fields: { title: id, ...(means && { means }) },
  })
  addObjects(
    doc,
    [lane('avoided', 'important-avoided'), lane('parked', 'parked'), lane('first')],
    null,
  )
  const card = (fields: Record<string, unknown> = {}, frame?: string): string => {
    const news = { type: 'issue', at: [0, 0] as const, fields, ...(frame && { frame }) }
    return addObjects(doc, [news], null)[0] ?? ''
  }
  const told = (id: string) => {
    const { kind, importance, avoidance } = viewOf(doc).object(id)?.fields ?? {}
    return { kind, importance, avoidance }
  }
  return { doc, card, told }
}

describe('a lane that says what its cards are like', () => {
  it('gives a card what doesn’t fit, and leaves what does', () => {
    const { doc, card, told } = board()
    const id = card({ importance: 4, avoidance: 1 })
    putInto(doc, id, 'avoided', null)
    expect(told(id)).toEqual({ kind: 'avoided', importance: 4, avoidance: 3 })
    putInto(doc, id, 'parked', null)
    expect(told(id)).toEqual({ kind: 'sideShow', importance: 4, avoidance: 3 })
  })

  it('gives it to a card that is made there, and takes nothing back from one that leaves', () => {
    const { doc, card, told } = board()
    const id = card({}, 'avoided')
    const given = { kind: 'avoided', importance: 3, avoidance: 3 }
    expect(told(id)).toEqual(given)
    putInto(doc, id, 'first', null)
    putInto(doc, id, undefined, null)
    expect(told(id)).toEqual(given)
  })

  it('is not asked again while the card lies there: who changes it in the details has the last word', () => {
    const { doc, card, told } = board()
    const id = card({}, 'avoided')
    setField(doc, id, 'importance', 1, null)
    expect(told(id).importance).toBe(1)
  })

  it('says nothing of other kinds of cards, and nothing that it doesn’t know says anything', () => {
    expect(givenBy('important-avoided', { type: 'note', fields: {} })).toEqual([])
    for (const means of [undefined, 7, 'constructor', { issue: { kind: ['avoided'] } }])
      expect(givenBy(means, { type: 'issue', fields: {} })).toEqual([])
  })

  it.each(allMeanings)('gives only what the fields of a card can hold: %s', (means) => {
    const all = ['issue', 'commitment', 'organisation', 'obligation'].flatMap((type) => {
      const fields = { kind: 'none', state: 'none', cannotFail: means === 'may-fail' }
      return givenBy(means, { type, fields }).map(([key, value]) => ({ type, key, value }))
    })
    for (const { type, key, value } of all) {
      const field = definitionOf(type)?.fields[key]
      expect(field && readField(field, value)).toBe(value)
    }
    // What is the default of its field needs no giving.
    if (means !== 'important-open' && means !== 'offered') expect(all).not.toEqual([])
  })

  it('is what the paper goes by when it says how long the top issues were talked about', () => {
    const { doc, card } = board()
    const [top, aside] = [card({ title: 'Who pays', [TALKED]: 12 }), card({ [TALKED]: 8 })]
    const said = (): string => timeInWords(toldIn(viewOf(doc), english))
    expect(said()).toContain('None of the 20 minutes')
    putInto(doc, top, 'avoided', null)
    putInto(doc, aside, 'parked', null)
    expect(said()).toMatch(/12/)
    expect(said()).not.toContain('None')
  })
})
