import type { Bidi } from 'bidi-js'
import { createRequire } from 'node:module'
import { covers, faceOf, type Face } from '../../shared/paper/faces.ts'
import { hasRightToLeft } from '../../shared/text/direction.ts'
import { charactersOf, drawable } from '../../shared/paper/printable.ts'

/** A piece of a line that is set in one typeface and in one direction. */
export interface ScriptRun {
  /** as it is read out, copied and found */
  text: string
  /** as it is drawn: in characters that the typeface has */
  drawn: string
  face: Face
  /** odd: from right to left */
  level: number
}

// It is CommonJS, and its types say otherwise.
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)()

const letters = /^[\p{L}\p{M}\u0640]/u
const inside = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

// In another script each word stands alone, so that it can be found and copied as it was typed.
const joins = (run: ScriptRun, next: ScriptRun): boolean =>
  run.level === next.level &&
  run.face === next.face &&
  run.text === run.drawn &&
  next.text === next.drawn &&
  ((next.level % 2 === 0 && next.face === 'own') ||
    (letters.test(run.text) && letters.test(next.text)))

function faceFor(drawn: string, level: number, last: ScriptRun | undefined): Face {
  // Spaces and signs between the letters of another script look best in its own typeface.
  if (last && level % 2 === 1 && last.level === level && covers(last.face, drawn)) return last.face
  return faceOf(drawn) ?? 'own'
}

/** A line of clean text in runs, in the order in which it is read. */
export function runsOf(line: string, rightToLeft: boolean): ScriptRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr')
  const runs: ScriptRun[] = []
  let at = 0
  for (const text of charactersOf(line)) {
    const level = levels[at] ?? 0
    at += text.length
    const shown = drawable(text).replaceAll(inside, '')
    if (shown === '') continue
    const last = runs.at(-1)
    const face = faceFor(shown, level, last)
    const drawn = level % 2 === 1 ? (bidi.getMirroredCharacter(shown) ?? shown) : shown
    const run = { text, drawn, face, level }
    if (last && joins(last, run)) {
      last.text += text
      last.drawn += drawn
    } else runs.push(run)
  }
  return runs
}

/** A line in parts of one direction each, in the order in which it is read; names set apart are so by marks that every word processor knows. */
export function directionsOf(
  line: string,
  rightToLeft: boolean,
): { text: string; rightToLeft: boolean }[] {
  const mark = rightToLeft ? '\u200f' : '\u200e'
  const marked = line.replaceAll(/[\u2066-\u2069]/g, mark)
  if (!hasRightToLeft(line)) return [{ text: marked, rightToLeft: false }]
  const { levels } = bidi.getEmbeddingLevels(marked, rightToLeft ? 'rtl' : 'ltr')
  const parts: { text: string; rightToLeft: boolean }[] = []
  for (let i = 0; i < marked.length; i++) {
    const turned = (levels[i] ?? 0) % 2 === 1
    const last = parts.at(-1)
    if (last?.rightToLeft === turned) last.text += marked.charAt(i)
    else parts.push({ text: marked.charAt(i), rightToLeft: turned })
  }
  return parts
}

/** Runs in the order in which they stand, from left to right. */
export function asTheyStand<T extends Pick<ScriptRun, 'level'>>(runs: readonly T[]): T[] {
  const order = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start
      while ((order[end]?.level ?? -1) >= level) end++
      if (end === start) continue
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}
