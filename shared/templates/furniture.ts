import type { NewObject } from '../board/commands.ts'
import type { Meaning } from '../board/lane-meaning.ts'
import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import { boundsOf } from '../draw/scene.ts'
import type { Box, Point } from '../geometry.ts'
import { newId } from '../ids.ts'
import { inEnglish } from '../words/words.ts'
import type { Say } from './say.ts'

/** Marks what belongs to a template, so that it can be held in place while people work on it. */
const furniture = true

const nothing: DrawContext = {
  say: inEnglish,
  object: () => undefined,
  reading: () => undefined,
  tieMeasure: 'trust',
}

/** A frame with its title and prompt; what is given `id` as its frame lies in it. */
export interface FrameSpec {
  title: string
  prompt?: string
  tone?: 'plain' | 'accent' | 'attention' | 'quiet'
  /** planned time, where the frame is a stage */
  minutes?: number
  /** the type of the cards that the server writes, where they go into this frame */
  takes?: 'assumption'
  /** what it says of the cards that lie in it */
  means?: Meaning
  /** how wide it is among lanes that are 1; default 1 */
  share?: number
}

/** A furniture frame that fills `box`, inside another frame if `parent` is given; returns it with its id. */
export function frameIn(
  box: Box,
  { title, prompt = '', tone, minutes, takes, means }: FrameSpec,
  parent?: string,
): NewObject & { id: string } {
  return {
    id: newId(),
    type: 'frame',
    at: [box.x, box.y],
    size: [box.width, box.height],
    ...(parent !== undefined && { frame: parent }),
    fields: {
      title,
      prompt,
      ...(tone && { tone }),
      ...(minutes && { minutes }),
      ...(takes && { takes }),
      ...(means && { means }),
      furniture,
    },
  }
}

/** Words as furniture, `width` wide and as tall as they need. */
export function textAt(
  at: Point,
  width: number,
  words: { text: string; style: 'small' | 'body' | 'heading' },
  frame: string,
): NewObject & { height: number } {
  const object: BoardObject = {
    id: '',
    type: 'text',
    at,
    size: [width, 1],
    order: 'a0',
    frame,
    fields: words,
  }
  const height = Math.ceil(boundsOf(object, nothing)?.height ?? 0)
  return {
    type: 'text',
    at,
    size: [width, height],
    frame,
    fields: { ...words, furniture },
    height,
  }
}

/** A piece of furniture in the words that `say` gives, at the same place; what is none, as an organisation, keeps its own. */
export function saidIn(object: NewObject, say: Say): NewObject {
  const { fields } = object
  if (fields?.['furniture'] !== true) return object
  const said = Object.fromEntries(
    ['title', 'prompt', 'text'].flatMap((key) => {
      const text = fields[key]
      return typeof text === 'string' ? [[key, say(text)]] : []
    }),
  )
  return { ...object, fields: { ...fields, ...said } }
}
