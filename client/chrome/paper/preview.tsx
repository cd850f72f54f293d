import { useEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { svgOf } from '../../../shared/draw/svg.ts'
import { colour } from '../../../shared/look/palette.ts'
import { figureRoom, type Orientation } from '../../../shared/paper/page.ts'
import type { Block, Cell, Figure, Paper, Table } from '../../../shared/paper/paper.ts'
import { withLegend } from '../../../shared/paper/with-legend.ts'
import { t } from '../../words/t.ts'
import styles from './preview.module.css'
import { useImages } from './use-images.ts'

// Paper is white in every theme of the screen.
const onPaper = Object.fromEntries(
  (['ink', 'quiet', 'line', 'accent', 'attention', 'raised'] as const).map((token) => [
    `--${token}`,
    colour(token, 'light'),
  ]),
) as CSSProperties

const levels = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

function Drawing({ figure, orientation }: { figure: Figure; orientation: Orientation }) {
  const host = useRef<HTMLDivElement>(null)
  const images = useImages(figure.scene)
  const svg = useMemo(
    () =>
      svgOf(withLegend(figure, figureRoom(orientation)).scene, {
        theme: 'light',
        background: null,
        image: (id) => images.get(id),
      }),
    [figure, orientation, images],
  )
  useEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    documentElement.setAttribute('aria-hidden', 'true')
    host.current?.replaceChildren(documentElement)
  }, [svg])
  return <div ref={host} role="img" aria-label={figure.alternative} className={styles.drawing} />
}

const cell = ({ text, note, strong }: Cell): ReactNode => (
  <>
    <span className={strong ? styles.strong : undefined}>{text}</span>
    {note && <span className={styles.note}>{note}</span>}
  </>
)

function Rows({ block: { caption, columns, rows } }: { block: Table }) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const groups: { label: string; span: number }[] = []
  for (const { group = '' } of columns) {
    const last = groups.at(-1)
    if (last && group !== '' && last.label === group) last.span++
    else groups.push({ label: group, span: 1 })
  }
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <colgroup>
        {columns.map(({ share }, i) => (
          <col key={i} style={{ width: `${(share / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        {groups.some(({ label }) => label !== '') && (
          <tr>
            {groups.map(({ label, span }, i) =>
              label === '' ? (
                <td key={i} colSpan={span} aria-hidden />
              ) : (
                <th key={i} scope="colgroup" colSpan={span} className={styles.group}>
                  {label}
                </th>
              ),
            )}
          </tr>
        )}
        <tr>
          {columns.map(({ label, align }, i) => (
            <th key={i} scope="col" data-align={align}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {columns.map(({ names, align }, j) =>
              names ? (
                <th key={j} scope="row" data-align={align}>
                  {cell(row[j] ?? { text: '' })}
                </th>
              ) : (
                <td key={j} data-align={align}>
                  {cell(row[j] ?? { text: '' })}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Shown({ block, orientation }: { block: Block; orientation: Orientation }) {
  switch (block.kind) {
    case 'heading': {
      const Level = levels[block.level]
      return <Level>{block.text}</Level>
    }
    case 'paragraph':
      return <p className={styles[block.style]}>{block.text}</p>
    case 'bullets': {
      const List = block.numbered ? 'ol' : 'ul'
      return (
        <List className={styles.list}>
          {block.items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </List>
      )
    }
    case 'facts':
      return (
        <table className={styles.facts}>
          <caption className="visually-hidden">{block.caption}</caption>
          <tbody>
            {block.rows.map(([name, text]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'table':
      return <Rows block={block} />
    case 'figure':
      return (
        <figure className={styles.figure}>
          <Drawing figure={block} orientation={orientation} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
  }
}

/** The paper as it will be, a sheet for each run of pages: what stands on it is the file's, where its pages break is not. */
export function Preview({ paper }: { paper: Paper }) {
  return (
    <section
      className={styles.preview}
      aria-label={t('Preview of the paper')}
      tabIndex={0}
      style={onPaper}
    >
      {paper.sections.map(({ orientation, blocks }, i) => (
        <div key={i} className={styles.place}>
          <article
            className={styles.sheet}
            data-orientation={orientation}
            aria-label={t('Sheet {n} of {all}', { n: i + 1, all: paper.sections.length })}
          >
            {paper.marking !== '' && <p className={styles.marking}>{paper.marking}</p>}
            {blocks.map((block, j) => (
              <Shown key={j} block={block} orientation={orientation} />
            ))}
            {paper.marking !== '' && <p className={styles.marking}>{paper.marking}</p>}
          </article>
        </div>
      ))}
    </section>
  )
}
