import { legend } from '../draw/legend.ts'
import { sceneOf, type Scene } from '../draw/scene.ts'
import { centreOf, holds, type Size } from '../geometry.ts'
import { describeMap, describePart } from './describe-map.ts'
import { keyPiece, leastScale, partsOf, sceneOfPart, type Cut, type Part } from './map-parts.ts'
import { figureRoom, type Orientation } from './page.ts'
import type { Block, Figure, Section } from './paper.ts'
import { oneLine, textIn } from './printable.ts'
import type { PaperSettings } from './settings.ts'
import { shortened } from '../text/shortened.ts'
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

/** The smallest scale at which a part comes out on a page with `room` points. */
const leastScaleOf = ({ parts }: Cut, [width, height]: Size): number =>
  Math.min(1, ...parts.map(({ box }) => Math.min(width / box.width, height / box.height)))

// A tall map gains by an upright page; otherwise a map lies, as people expect.
const UPRIGHT_GAIN = 1.2

// The furniture of a template is drawn with the map, but nobody at the table has made it.
const isMadeIn =
  (view: ToldView) =>
  (id: string): boolean =>
    view.object(id)?.fields['furniture'] !== true

function titleOfFrame(view: ToldView, frame: string | undefined): string {
  const object = frame === undefined ? undefined : view.object(frame)
  return shortened(oneLine(textIn(object?.fields['title'])), MOST_TITLE)
}

function partSection(scene: Scene, part: Part, view: ToldView, turned: Orientation): Section {
  const { say } = view
  const { name, frame } = part
  const title = titleOfFrame(view, frame)
  const cut = sceneOfPart(scene, part)
  const isMade = isMadeIn(view)
  const shown = cut.pieces
    .filter(({ id, type, box }) => type !== 'frame' && isMade(id) && holds(part.box, centreOf(box)))
    .map(({ id }) => id)
  return {
    orientation: turned,
    blocks: [
      {
        kind: 'heading',
        level: 3,
        text: title
          ? say('The map, part {part}: {title}', { part: name, title })
          : say('The map, part {part}', { part: name }),
      },
      {
        kind: 'figure',
        alternative: describePart(view, { name, title, ids: new Set(shown) }),
        caption: frame
          ? say('Part {part}. The key is on the overview.', { part: name })
          : say('Part {part}. It overlaps the parts beside it; the key is on the overview.', {
              part: name,
            }),
        scene: cut,
      },
    ],
  }
}

/** What the overview of a map in parts says of them, in a line. */
function aboutParts(view: ToldView, { parts, empty }: Cut): string {
  const { say, speech } = view
  if (parts.length === 0) return say('Nobody has put anything on it yet.')
  const titles = empty.map((frame) => {
    const title = titleOfFrame(view, frame)
    return title ? `“${title}”` : say('a frame without a title')
  })
  const names = speech.list(titles, MOST_NAMES)
  return [
    say('The letters name the parts on the pages that follow, where every word can be read.'),
    ...(empty.length > 0
      ? [say('Left out, because nobody put anything there: {names}.', { names })]
      : []),
  ].join(' ')
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
  const sheet = legend(
    view.tieMeasure,
    say,
    view.objects.filter(({ id }) => shown.has(id)),
  )
  const [lying, upright] = [
    fittingScale(scene, sheet, 'landscape'),
    fittingScale(scene, sheet, 'portrait'),
  ]
  const orientation = upright > lying * UPRIGHT_GAIN ? 'portrait' : 'landscape'
  const whole: Figure = {
    kind: 'figure',
    alternative: describeMap(view, part),
    caption,
    scene,
    legend: sheet,
  }
  if (Math.max(lying, upright) >= leastScale(scene)) {
    return [{ orientation, blocks: [heading, whole] }]
  }
  const found = (['landscape', 'portrait'] as const).flatMap((turned) => {
    const cut = partsOf(scene, figureRoom(turned), isMadeIn(view))
    return cut ? [{ turned, cut, scale: leastScaleOf(cut, figureRoom(turned)) }] : []
  })
  const [fewest] = found.sort(
    (a, b) => a.cut.parts.length - b.cut.parts.length || b.scale - a.scale,
  )
  if (!fewest) {
    const why = say(
      'The map is too large to be read on paper as one; its frames can be chosen as maps of their own.',
    )
    return [{ orientation, blocks: [heading, { ...whole, caption: `${caption} ${why}` }] }]
  }
  const { turned, cut } = fewest
  const key = keyPiece(cut.parts, scene, Math.max(lying, upright))
  const overview: Figure = {
    ...whole,
    scene: { box: scene.box, pieces: [...scene.pieces, key] },
    caption: `${caption} ${aboutParts(view, cut)}`,
  }
  return [
    { orientation, blocks: [heading, overview] },
    ...cut.parts.map((one) => partSection(scene, one, view, turned)),
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
      const title = titleOfFrame(view, frame)
      return mapSections(view, frame, {
        kind: 'heading',
        level: 2,
        text: title ? say('The map: {title}', { title }) : say('The map of a frame'),
      })
    }),
  ]
}
