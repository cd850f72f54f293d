import type { ReactNode } from 'react'

const note = (x: number, y: number, colour: string): ReactNode => (
  <rect key={`${x},${y}`} x={x} y={y} width="13" height="13" rx="1.5" fill={`var(--${colour})`} />
)

const organisation = (x: number, y: number, n: number): ReactNode => (
  <rect key={n} x={x} y={y} width="26" height="15" rx="4" fill={`var(--organisation${n})`} />
)

const pictures: Record<string, ReactNode> = {
  'right-conversations': (
    <>
      <path d="M14 8v48M14 56h76" stroke="var(--quiet)" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M52 8v48M14 32h76" stroke="var(--line)" strokeDasharray="3 3" />
      {note(62, 12, 'noteCoral')}
      {note(77, 17, 'noteCoral')}
      {note(24, 14, 'noteYellow')}
      {note(60, 38, 'noteBlue')}
      {note(31, 39, 'noteGrey')}
    </>
  ),
  'right-relationships': (
    <>
      <path d="M30 18q20-8 40 4" stroke="var(--trust4)" strokeWidth="3.2" fill="none" />
      <path
        d="M30 24q20-6 40 4"
        stroke="var(--trust2)"
        strokeWidth="2"
        strokeDasharray="5 3.5"
        fill="none"
      />
      <path d="M26 26q4 18 20 22" stroke="var(--trust3)" strokeWidth="2.4" fill="none" />
      <path
        d="M20 28q4 20 24 25"
        stroke="var(--trust1)"
        strokeWidth="2"
        strokeDasharray="1 4"
        strokeLinecap="round"
        fill="none"
      />
      {organisation(6, 12, 1)}
      {organisation(68, 17, 2)}
      {organisation(42, 43, 4)}
    </>
  ),
  'bring-your-organisation': (
    <>
      <rect
        x="30"
        y="7"
        width="38"
        height="22"
        rx="3"
        fill="var(--raised)"
        stroke="var(--accent)"
        strokeWidth="1.5"
      />
      <path d="M36 14h26M36 20h16" stroke="var(--quiet)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M18 43l22-13M49 43V31M80 43L58 30"
        stroke="var(--trustNone)"
        strokeWidth="1.5"
        fill="none"
      />
      <g fill="var(--accent)">
        <circle cx="29" cy="36.5" r="3.4" />
        <circle cx="49" cy="37" r="3.4" />
        <circle cx="69" cy="36.5" r="3.4" />
      </g>
      {organisation(5, 43, 3)}
      {organisation(36, 43, 5)}
      {organisation(67, 43, 6)}
    </>
  ),
}

/** A small picture of what a template lays out; decorative. Unknown templates get the blank board's. */
export function TemplatePicture({ id }: { id: string }) {
  return (
    <svg viewBox="0 0 98 64" width="98" height="64" aria-hidden>
      <rect width="98" height="64" rx="6" fill="var(--paper)" />
      {pictures[id] ?? (
        <g fill="var(--trustNone)">
          {[14, 28, 42, 56, 70, 84].flatMap((x) =>
            [11, 25, 39, 53].map((y) => <circle key={`${x},${y}`} cx={x} cy={y} r="1.1" />),
          )}
        </g>
      )}
    </svg>
  )
}
