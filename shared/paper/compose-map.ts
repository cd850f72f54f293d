import { legend } from '../draw/legend.ts'
import { sceneOf, type Scene } from '../draw/scene.ts'
import { describeMap } from './describe-map.ts'
import { keyPiece, leastScale, partsOf, sceneOfPart, type Part } from './map-parts.ts'
import { figureRoom, type Orientation } from './page.ts'
import type { Block, Figure, Section } from './paper.ts'
import { oneLine, textIn } from './printable.ts'
import type { PaperSettings } from './settings.ts'
import { nameOf } from './tie-facts.ts'
import { byName, shortened } from './words.ts'
import { roomBeside } from './with-legend.ts'
import type { ToldView } from './told-view.ts'

const MOST_TITLE = 160
const MOST_NAMES = 20

const captions: Readonly<Record<ToldView['tieMeasure'], string>> = {
  trust:
    'Each relationship has two lanes. A lane starts at the organisation that speaks and shows how far it trusts the other.',
  contact:
    'Each relationship has two lanes. A lane starts at the organisation that speaks and shows how much contact it reports.',
}

/** The scale at which a scene fits a page beside its legend, in points for a world unit. */
function fittingScale({ box }: Scene, key: Figure['legend'], orientation: Orientation): number {
  const [width, height] = roomBeside(key, figureRoom(orientation))
  return Math.min(1, width / box.width, height / box.height)
}

// A tall map gains by an upright page; otherwise a map lies, as people expect.
const UPRIGHT_GAIN = 1.2

function partFigure(scene: Scene, part: Part, view: ToldView): Figure {
  const { say, speech } = view
  const cut = sceneOfPart(scene, part)
  const names = cut.pieces
    .flatMap(({ id, type }) => {
      const object = type === 'organisation' ? view.object(id) : undefined
      return object ? [nameOf(object, say)] : []
    })
    .sort(byName)
    .slice(0, MOST_NAMES)
  return {
    kind: 'figure',
    alternative:
      names.length > 0
        ? say('Part {part} of the map. It shows {names}.', {
            part: part.name,
            names: speech.list(names),
          })
        : say('Part {part} of the map. No organisation lies in it.', { part: part.name }),
    caption: say('Part {part}. It overlaps the parts beside it; the key is on the overview.', {
      part: part.name,
    }),
    scene: cut,
  }
}

function mapSections(view: ToldView, frame: string | undefined, heading: Block): Section[] {
  const { say } = view
  const caption = say(captions[view.tieMeasure])
  const part = frame === undefined ? {} : { frame }
  const scene = sceneOf(view.objects, view, part)
  if (scene.pieces.length === 0) {
    const nothing: Block = {
      kind: 'paragraph',
      text: say('There is nothing on the board yet.'),
      style: 'body',
    }
    return [{ orientation: 'portrait', blocks: [heading, nothing] }]
  }
  const shown = new Set(scene.pieces.map(({ id }) => id))
  const key = legend(
    view.tieMeasure,
    say,
    view.objects.filter(({ id }) => shown.has(id)),
  )
  const [lying, upright] = [
    fittingScale(scene, key, 'landscape'),
    fittingScale(scene, key, 'portrait'),
  ]
  const orientation = upright > lying * UPRIGHT_GAIN ? 'portrait' : 'landscape'
  const whole: Figure = {
    kind: 'figure',
    alternative: describeMap(view, part),
    caption,
    scene,
    legend: key,
  }
  if (Math.max(lying, upright) >= leastScale(scene)) {
    return [{ orientation, blocks: [heading, whole] }]
  }
  const found = (['landscape', 'portrait'] as const).flatMap((turned) => {
    const parts = partsOf(scene, figureRoom(turned))
    const [first] = parts ?? []
    if (!parts || !first) return []
    const [width, height] = figureRoom(turned)
    return [{ turned, parts, scale: Math.min(width / first.box.width, height / first.box.height) }]
  })
  const [fewest] = found.sort((a, b) => a.parts.length - b.parts.length || b.scale - a.scale)
  if (!fewest) {
    const why = say(
      'The map is too large to be read on paper as one; its frames can be chosen as maps of their own.',
    )
    return [{ orientation, blocks: [heading, { ...whole, caption: `${caption} ${why}` }] }]
  }
  const { turned, parts } = fewest
  const overview: Figure = {
    ...whole,
    scene: {
      box: scene.box,
      pieces: [...scene.pieces, keyPiece(parts, scene, Math.max(lying, upright))],
    },
    caption: `${caption} ${say('The letters name the parts on the pages that follow, where every word can be read.')}`,
  }
  return [
    { orientation, blocks: [heading, overview] },
    ...parts.map((one): Section => ({
      orientation: turned,
      blocks: [
        { kind: 'heading', level: 3, text: say('The map, part {part}', { part: one.name }) },
        partFigure(scene, one, view),
      ],
    })),
  ]
}

/** The maps that the settings ask for, each on pages of its own; a map that can't be read on one page is split over several. */
export function composeMaps(view: ToldView, settings: PaperSettings): Section[] {
  const { say } = view
  const frames = settings.frames.filter((id) => view.object(id)?.type === 'frame')
  const board = frames.length === 0 || settings.wholeBoard
  return [
    ...(board
      ? mapSections(view, undefined, { kind: 'heading', level: 2, text: say('The map') })
      : []),
    ...frames.flatMap((frame) => {
      const title = shortened(oneLine(textIn(view.object(frame)?.fields['title'])), MOST_TITLE)
      return mapSections(view, frame, {
        kind: 'heading',
        level: 2,
        text: title ? say('The map: {title}', { title }) : say('The map of a frame'),
      })
    }),
  ]
}
