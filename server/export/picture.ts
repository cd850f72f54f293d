import { Resvg } from '@resvg/resvg-js'
import type { DrawItem, ImageItem } from '../../shared/draw/items.ts'
import { sceneOf, type Scene } from '../../shared/draw/scene.ts'
import { svgOf } from '../../shared/draw/svg.ts'
import type { Token } from '../../shared/look/palette.ts'
import { describeMap } from '../../shared/paper/describe-map.ts'
import type { ToldView } from '../../shared/paper/told-view.ts'
import { faceOf, type Face } from '../../shared/paper/faces.ts'
import { charactersOf, clean, drawable, isPlain, toGlyphs } from '../../shared/paper/printable.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Addresses, ExportImages } from './images.ts'
import { FAMILY, facePath, familyName, fontBytes } from './typeface.ts'

/** Which part of the board a picture shows, and what it is called. */
export interface PictureOptions {
  title: string
  /** id of a frame */
  frame?: string
  /** only these objects */
  ids?: ReadonlySet<string>
  /** the colour behind it; null for none */
  background: Token | null
  /** pixels for a world unit; absent: as many as make a crisp picture */
  scale?: number
  images: ExportImages
}

/** No picture has more pixels than this, which every viewer and Word can open. */
const MAX_PIXELS = 40_000_000

// The picture brings its typeface along, so that it looks the same wherever it is opened, without asking anyone.
const faceRules = (): string =>
  ([400, 600, 700] as const)
    .map(
      (weight) =>
        `@font-face{font-family:'${FAMILY}';font-weight:${weight};src:url(data:font/ttf;base64,${fontBytes(weight).toString('base64')})}`,
    )
    .join('')

const partOf = ({ frame, ids }: PictureOptions) => ({
  ...(frame !== undefined && { frame }),
  ...(ids && { ids }),
})

/** The board as an SVG document that stands alone. */
export function vectorOf(view: ToldView, options: PictureOptions): string {
  const { title, images, background, scale = 1 } = options
  const part = partOf(options)
  const scene = sceneOf(view.objects, view, part)
  const description = describeMap(view, part)
  const svg = svgOf(scene, {
    theme: 'light',
    title,
    description,
    language: view.speech.locale,
    background,
    scale,
    image: images.asTheyAre(),
  })
  return svg.replace('\n', () => `\n<style>${faceRules()}</style>\n`)
}

/** The typefaces of a line’s characters; emoji are found without being asked for. */
const facesOf = (line: string): Face[] =>
  isPlain(line)
    ? ['own']
    : charactersOf(line).map((character) => faceOf(drawable(character)) ?? 'own')

// Left to itself, resvg takes the first file that has a letter, whatever its weight.
function familyOf(line: string): string | undefined {
  const other = facesOf(line).find((face) => face !== 'own' && face !== 'emoji')
  return other && familyName(other)
}

/** The font files that a picture’s words need, those of other scripts only where they occur. */
function fontsFor(scene: Scene): string[] {
  const faces = new Set<Face>(['own'])
  const wordsOf = (item: DrawItem): readonly string[] =>
    item.kind === 'text' ? item.lines : item.kind === 'image' ? item.instead.flatMap(wordsOf) : []
  for (const line of scene.pieces.flatMap(({ items }) => items.flatMap(wordsOf))) {
    for (const face of facesOf(line)) faces.add(face)
  }
  return [...faces].flatMap((face) =>
    ([400, 600, 700] as const).map((weight) => facePath(face, weight)),
  )
}

const glyphs = <Item extends Exclude<DrawItem, ImageItem>>(item: Item): Item =>
  item.kind === 'text'
    ? { ...item, lines: item.lines.map((line) => toGlyphs(clean(line)).text) }
    : item

/** The scene with every text in glyphs of the typeface, for painters that have no other. */
const inGlyphs = (scene: Scene): Scene => ({
  ...scene,
  pieces: scene.pieces.map((piece) => ({
    ...piece,
    items: piece.items.map((item) =>
      item.kind === 'image' ? { ...item, instead: item.instead.map(glyphs) } : glyphs(item),
    ),
  })),
})

/** What a scene is painted on: pixels per world unit (less when there would be too many), and the colour behind it. */
export interface RasterOptions {
  scale: number
  background: Token | null
  /** where its pictures come from; absent: words stand for them */
  image?: Addresses
}

/** The largest scale up to `wanted` at which the scene keeps to a sane number of pixels. */
function boundedScale({ box }: Scene, wanted: number): number {
  const most = Math.sqrt(MAX_PIXELS / (box.width * box.height))
  return Math.min(wanted, most, 16_000 / Math.max(box.width, box.height))
}

/** A scene as PNG. */
export function rasterOf(scene: Scene, { scale, background, image }: RasterOptions): Uint8Array {
  const svg = svgOf(inGlyphs(scene), {
    theme: 'light',
    background,
    scale: boundedScale(scene, scale),
    family: familyOf,
    ...(image && { image }),
  })
  const picture = new Resvg(svg, {
    font: {
      fontFiles: fontsFor(scene),
      loadSystemFonts: false,
      defaultFontFamily: FAMILY,
    },
  })
  return picture.render().asPng()
}

const CRISP = 2

const whole = (n: number): string => Math.round(n).toLocaleString('en-GB')

/** The board as PNG; a sentence where the scale that was asked for makes it larger than programs can open. */
export function pngOf(view: ToldView, options: PictureOptions): Result<Uint8Array, string> {
  const { scale = CRISP, background, images } = options
  const scene = sceneOf(view.objects, view, partOf(options))
  if (options.scale !== undefined && boundedScale(scene, scale) < scale) {
    const [width, height] = [scene.box.width * scale, scene.box.height * scale]
    return fail(
      `At this scale the picture would be ${whole(width)} by ${whole(height)} pixels, which is more than programs can open. Choose a smaller scale, or a frame or a selection instead of the whole board.`,
    )
  }
  return ok(rasterOf(scene, { scale, background, image: images.painted() }))
}
