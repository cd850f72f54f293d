import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Comparison } from '../../../shared/compare/compare-boards.ts'
import type { BoardContent } from '../../../shared/compare/content.ts'
import { curvePath, pointAt } from '../../../shared/draw/curve.ts'
import { titleOf } from '../../../shared/objects/title.ts'
import { isContainer } from '../../model/kinds.ts'
import type { UiState } from '../../model/ui.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { placesOf, type ChangePlaces, type MarkedBox, type MarkedSide } from './change-places.ts'
import { figureWords } from './trust-table.tsx'
import styles from './overlay.module.css'

/** Signs are no smaller than this share of their size, however far away the map is. */
const LEAST = 0.85
const CORNER = 14

/** Where the changes are on the board as it is at the moment. */
function usePlaces(comparison: Comparison, then: BoardContent): ChangePlaces {
  const { board } = useWorkspace()
  const [places, setPlaces] = useState(() => placesOf(comparison, then, board))
  useEffect(() => {
    const read = (): void => setPlaces(placesOf(comparison, then, board))
    read()
    return board.subscribe(read)
  }, [board, comparison, then])
  return places
}

/** What changed, drawn over the map: the rest steps back, and each change has a sign that needs no colour. */
export function ChangeOverlay({
  comparison,
  then,
  over,
}: {
  comparison: Comparison
  then: BoardContent
  /** the element that holds the map */
  over: Element
}) {
  const { ui } = useWorkspace()
  const places = usePlaces(comparison, then)
  const svg = useRef<SVGSVGElement>(null)
  const mask = useId()
  useLayoutEffect(() => {
    const place = ({ camera, viewport }: Pick<UiState, 'camera' | 'viewport'>): void => {
      const { scale, centre } = camera
      const x = viewport[0] / 2 - centre[0] * scale
      const y = viewport[1] / 2 - centre[1] * scale
      svg.current?.style.setProperty('--sign', String(Math.max(1, LEAST / scale)))
      for (const group of svg.current?.querySelectorAll('[data-world]') ?? []) {
        group.setAttribute('transform', `matrix(${scale} 0 0 ${scale} ${x} ${y})`)
      }
    }
    place(ui.getState())
    return ui.subscribe((state, before) => {
      if (state.camera !== before.camera || state.viewport !== before.viewport) place(state)
    })
  }, [ui, places])
  const { boxes, ties, sides } = places
  if (boxes.length + ties.length + sides.length === 0) return null
  return createPortal(
    <svg ref={svg} className={styles.overlay} aria-hidden>
      <mask id={mask} maskUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%">
        <rect width="100%" height="100%" fill="white" />
        <g data-world>
          {boxes
            .filter(({ kind, object }) => kind !== 'gone' && !isContainer(object))
            .map(({ id, box }) => (
              <rect key={id} {...box} rx={CORNER} fill="black" />
            ))}
          {ties.map(({ id, curve }) => (
            <path key={id} d={curvePath(curve)} stroke="black" strokeWidth={40} fill="none" />
          ))}
          {sides.map(({ id, lane, side }) => (
            <path
              key={`${id} ${side.end}`}
              d={curvePath(lane)}
              stroke="black"
              strokeWidth={26}
              fill="none"
            />
          ))}
        </g>
      </mask>
      <rect width="100%" height="100%" className={styles.veil} mask={`url(#${mask})`} />
      <g data-world>
        {ties.map(({ id, curve, kind }) => (
          <g key={id} data-kind={kind} className={styles.tie}>
            {kind === 'gone' && <path d={curvePath(curve)} className={styles.was} />}
            <Sign at={pointAt(curve, 0.5)} text={kindWords(kind)} kind={kind} below />
          </g>
        ))}
        {inPaintOrder(boxes).map((marked) => (
          <Box key={marked.id} marked={marked} />
        ))}
        {sides.map((marked) => (
          <SideSign key={`${marked.id} ${marked.side.end}`} marked={marked} />
        ))}
      </g>
    </svg>,
    over,
  )
}

/** What is gone lies under what is there. */
const inPaintOrder = (boxes: readonly MarkedBox[]): MarkedBox[] =>
  boxes.toSorted((a, b) => Number(b.kind === 'gone') - Number(a.kind === 'gone'))

const kindWords = (kind: MarkedBox['kind']): string =>
  ({ new: t('New'), gone: t('Gone'), changed: t('Changed') })[kind]

function Box({ marked: { box, kind, object } }: { marked: MarkedBox }) {
  const { x, y, width, height } = box
  return (
    <g data-kind={kind} className={styles.box}>
      <rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={CORNER + 3} />
      {kind === 'gone' && (
        <text x={x + width / 2} y={y + height / 2} className={styles.name}>
          {titleOf(object, t)}
        </text>
      )}
      <Sign at={[x + 12, y - 6]} text={kindWords(kind)} kind={kind} start />
    </g>
  )
}

const glyphs = {
  raised: 'M0 -6 L6 3 L-6 3 Z',
  fallen: 'M0 6 L6 -3 L-6 -3 Z',
  new: 'M-5 0 H5 M0 -5 V5',
  gone: 'M-5 0 H5',
  changed: 'M-5 -2 H5 M-5 3 H5',
  same: 'M-5 0 H5',
} as const

const LETTER = 8.2

/** A small plate with a sign and words, always large enough to be read. */
function Sign({
  at: [x, y],
  text,
  kind,
  start = false,
  below = false,
}: {
  at: readonly [number, number]
  text: string
  kind: keyof typeof glyphs
  /** it begins at its place, instead of having its middle there */
  start?: boolean
  below?: boolean
}) {
  const width = text.length * LETTER + 34
  const left = start ? 0 : -width / 2
  return (
    <g
      className={styles.sign}
      data-kind={kind}
      style={{
        transform: `translate(${x}px, ${y}px) scale(var(--sign)) translateY(${below ? 30 : 0}px)`,
      }}
    >
      <rect x={left} y={-13} width={width} height={26} rx={13} />
      <path d={glyphs[kind]} transform={`translate(${left + 15} 0)`} />
      <text x={left + 26} y={5}>
        {text}
      </text>
    </g>
  )
}

function SideSign({ marked: { at, change, side } }: { marked: MarkedSide }) {
  return <Sign at={at} kind={change} text={`${figureWords(side.was)} → ${figureWords(side.is)}`} />
}
