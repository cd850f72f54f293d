import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { viewOf } from '../../board/view.ts'
import type { Language } from '../../protocol/http.ts'
import { buildBoard, stationsOf } from '../build.ts'
import { templates } from '../list.ts'
import { cy } from './cy.ts'

function objectsOf(template: string, language: Language) {
  const organisations = [{ name: 'Later', sector: 'public' as const }]
  const built = buildBoard({ title: 'Winter plan', template, language, organisations })
  if (!built.ok) throw new Error(built.error.detail)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, built.value)
  return viewOf(doc).objects
}

const bare = (text: string): string =>
  text.replace(/^\d+\. /, '').replace(/^\d+ minutes$/, '{n} minutes')

const said = new Set(
  templates
    .flatMap(({ id }) => objectsOf(id, 'en'))
    .filter(({ type }) => type !== 'organisation')
    .flatMap(({ fields }) => [fields['title'], fields['prompt'], fields['text']])
    .flatMap((text) => (typeof text === 'string' && text !== '' ? [bare(text)] : [])),
)

test('everything that a template puts on a board has its Welsh', () => {
  expect(said.size).toBeGreaterThan(200)
  // As lines to fill in.
  expect(
    [...said].filter((text) => !(text in cy)).map((text) => `${JSON.stringify(text)}: '',`),
  ).toEqual([])
})

test('every Welsh text is put on some board, and none is English', () => {
  expect(Object.keys(cy).filter((text) => !said.has(text))).toEqual([])
  expect(Object.entries(cy).filter(([english, welsh]) => english === welsh || !welsh)).toEqual([])
})

test.each(templates.map(({ id }) => id))('%s has the same structure in Welsh', (id) => {
  const structure = (language: Language) => {
    const objects = objectsOf(id, language)
    const number = new Map(objects.map((object, i) => [object.id, i]))
    return objects.map(({ type, at, size, frame, fields }) => {
      const { title, prompt, text, ...kept } = fields
      const words = [title, prompt, text].map((word) => typeof word === 'string' && word !== '')
      // Words beside a step are as tall as they need, and what is below them follows.
      const place = type === 'text' ? { x: at[0], width: size[0] } : { at, size }
      return { type, ...place, frame: frame && number.get(frame), kept, words }
    })
  }
  expect(structure('cy')).toEqual(structure('en'))
})

test('an organisation keeps its name, even one that a template says too', () => {
  const names = objectsOf('one-day', 'cy').flatMap(({ type, fields }) =>
    type === 'organisation' ? [fields['name']] : [],
  )
  expect(names).toEqual(['Later'])
})

test('the steps that help tells are those on the board', () => {
  for (const { id } of templates) {
    const titles = objectsOf(id, 'cy').map(({ fields }) => fields['title'])
    for (const { title, how } of stationsOf(id, 'cy')) {
      expect(titles).toContain(title)
      expect(stationsOf(id).map((station) => station.how)).not.toContain(how)
    }
  }
})
