import type { DrawItem } from '../../../shared/draw/items.ts'
import { encodeStroke, type StrokePoint } from '../../../shared/draw/stroke.ts'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import type { BoardModel } from '../../model/board.ts'

const squiggle: readonly StrokePoint[] = Array.from({ length: 40 }, (_, i) => [
  i * 0.7,
  10 + Math.sin(i / 6) * 5,
  0.5,
])

const WIDTH = 34
const HEIGHT = 24

function Item({ item }: { item: DrawItem }) {
  if (item.kind === 'text' || item.kind === 'image') return null
  const look = {
    fill: item.fill ? `var(--${item.fill})` : 'none',
    stroke: item.stroke ? `var(--${item.stroke})` : undefined,
    strokeWidth: item.stroke ? (item.strokeWidth ?? 1) : undefined,
    strokeDasharray: item.dash?.join(' '),
    strokeLinecap: item.cap,
    opacity: item.opacity,
  }
  if (item.kind === 'path') return <path d={item.d} {...look} />
  const { x, y, width, height } = item
  if (item.kind === 'rect') {
    return <rect x={x} y={y} width={width} height={height} rx={item.radius} {...look} />
  }
  return <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} {...look} />
}

/** What an object of a kind looks like with these values, small; for links there is nothing to see without their ends. */
export function OptionPicture({
  definition,
  values,
  board,
}: {
  definition: ObjectDefinition
  values: Readonly<Record<string, unknown>>
  board: BoardModel
}) {
  const stroke = encodeStroke(squiggle)
  const isStroke = definition.type === 'drawing'
  const size = isStroke
    ? ([stroke.box.width, stroke.box.height] as const)
    : definition.resize === 'none'
      ? ([HEIGHT, HEIGHT] as const)
      : ([WIDTH - 4, HEIGHT - 4] as const)
  const items = definition.draw(
    {
      id: 'example',
      type: definition.type,
      at: [0, 0],
      size,
      order: 'a0',
      frame: undefined,
      fields: { ...values, ...(isStroke && { points: stroke.points }) },
    },
    board,
  )
  const [x, y] = [(WIDTH - size[0]) / 2, (HEIGHT - size[1]) / 2]
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`${-x} ${-y} ${WIDTH} ${HEIGHT}`} aria-hidden>
      {items.map((item, i) => (
        <Item key={`${item.kind} ${i}`} item={item} />
      ))}
    </svg>
  )
}
