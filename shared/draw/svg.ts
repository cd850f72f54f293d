import { colour, type Theme, type Token } from '../look/palette.ts'
import { baseline } from '../text/measure.ts'
import type { DrawItem, ImageItem, RectItem, ShapeItem, TextItem } from './items.ts'
import { linePlace } from './line-place.ts'
import { rimSteps, shadowSteps } from './shadow.ts'
import type { Scene } from './scene.ts'

/** How a scene becomes a picture. */
export interface SvgOptions {
  theme: Theme
  /** default `paper`; null leaves it clear */
  background?: Token | null
  /** pixels per world unit in `width` and `height`; default 1 */
  scale?: number
  /** what the picture is, for those who do not see it */
  title?: string
  description?: string
  /** BCP 47 tag of what the title, the description and Rapport's own words are written in */
  language?: string
  /** the address of a picture (`data:` or `blob:`); undefined where it can't be had */
  image?(id: string): string | undefined
  /** the typeface of a line; absent or undefined: that of the whole picture */
  family?(line: string): string | undefined
}

/** The typeface as SVG names it, with what stands in where it is not installed. */
const fontFamily = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif"

const number = (n: number): string => String(Math.round(n * 100) / 100)

// XML 1.0 has no way at all to write these, not even escaped.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that is safe inside an element or a quoted attribute of any XML. */
export const escapeXml = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"]/g, (c) => entities[c] ?? c)

const attributes = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : value}"`)
    .join('')

// Not `opacity`: that makes a layer of every shape, and resvg stops the process at a layer outside the picture.
const translucent = (opacity: number | undefined, fill?: Token, stroke?: Token) => ({
  'fill-opacity': fill && opacity?.toFixed(3),
  'stroke-opacity': stroke && opacity?.toFixed(3),
})

function paint(item: ShapeItem, theme: Theme): string {
  const { fill, stroke, strokeWidth = 1, dash, cap, opacity } = item
  return attributes({
    fill: fill ? colour(fill, theme) : 'none',
    stroke: stroke && colour(stroke, theme),
    'stroke-width': stroke && strokeWidth,
    'stroke-dasharray': stroke && dash?.map(number).join(' '),
    'stroke-linecap': stroke && cap,
    'stroke-linejoin': stroke && cap,
    ...translucent(opacity, fill, stroke),
  })
}

function shadow({ x, y, width, height, radius = 0 }: RectItem, theme: Theme): string {
  return (theme === 'contrast' ? rimSteps : shadowSteps)
    .map(([by, drop, opacity]) => {
      const box = { x: x - by, y: y - by + drop, width: width + 2 * by, height: height + 2 * by }
      return `<rect${attributes({ ...box, rx: radius + by, fill: colour('shadow', theme), 'fill-opacity': opacity.toFixed(3) })}/>`
    })
    .join('')
}

const anchors = { left: undefined, centre: 'middle', right: 'end' } as const

// Not `direction`: that would turn the anchor round as well, and not every painter knows it.
const isolated = (line: string): string => `\u2067${line}\u2069`

function textSvg(item: TextItem, { theme, family }: SvgOptions): string {
  const { y, lines, size, lineHeight, weight, fill, opacity } = item
  const common = attributes({
    'font-size': size,
    'font-weight': weight,
    fill: colour(fill, theme),
    'fill-opacity': opacity?.toFixed(3),
  })
  const first = y + baseline(size, lineHeight)
  return lines
    .map((line, i) => [line, i] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, i]) => {
      const { x, align, rightToLeft } = linePlace(item, i)
      const own = attributes({
        x,
        y: first + i * lineHeight,
        'text-anchor': anchors[align],
        'font-family': family?.(line),
      })
      const written = escapeXml(rightToLeft ? isolated(line) : line)
      return `<text${own}${common} xml:space="preserve">${written}</text>`
    })
    .join('')
}

function imageSvg(item: ImageItem, options: SvgOptions): string {
  const href = options.image?.(item.image)
  if (href === undefined) return item.instead.map((one) => itemSvg(one, options)).join('')
  const { x, y, width, height } = item
  const box = attributes({ x, y, width, height, preserveAspectRatio: 'none' })
  return `<image${box} href="${escapeXml(href)}"/>`
}

/** One drawing item as SVG, in the colours of the theme. */
function itemSvg(item: DrawItem, options: SvgOptions): string {
  const { theme } = options
  switch (item.kind) {
    case 'image':
      return imageSvg(item, options)
    case 'rect': {
      const { x, y, width, height, radius } = item
      const rect = `<rect${attributes({ x, y, width, height, rx: radius })}${paint(item, theme)}/>`
      return item.shadow ? shadow(item, theme) + rect : rect
    }
    case 'ellipse': {
      const [rx, ry] = [item.width / 2, item.height / 2]
      return `<ellipse${attributes({ cx: item.x + rx, cy: item.y + ry, rx, ry })}${paint(item, theme)}/>`
    }
    case 'path':
      return `<path d="${item.d}"${paint(item, theme)}/>`
    case 'text':
      return textSvg(item, options)
  }
}

/** A scene as a whole SVG document. */
export function svgOf(scene: Scene, options: SvgOptions): string {
  const { theme, background = 'paper', scale = 1, title, description, language } = options
  const { x, y, width, height } = scene.box
  const frame = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: width * scale,
    height: height * scale,
    viewBox: [x, y, width, height].map(number).join(' '),
    'font-family': escapeXml(fontFamily),
    role: 'img',
    'xml:lang': language,
  })
  const ground =
    background === null
      ? ''
      : `<rect${attributes({ x, y, width, height, fill: colour(background, theme) })}/>`
  const pieces = scene.pieces.map(({ at, turn, items }) => {
    const inner = items.map((item) => itemSvg(item, options)).join('')
    const [dx, dy] = at
    const moved = dx === 0 && dy === 0 ? '' : `translate(${number(dx)} ${number(dy)})`
    const round = turn && `rotate(${[turn.angle, ...turn.about].map(number).join(' ')})`
    const transform = [round, moved].filter(Boolean).join(' ')
    return `<g${attributes({ transform: transform || undefined })}>${inner}</g>`
  })
  return [
    `<svg${frame}>`,
    title === undefined ? '' : `<title>${escapeXml(title)}</title>`,
    description === undefined ? '' : `<desc>${escapeXml(description)}</desc>`,
    ground,
    ...pieces,
    '</svg>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}
