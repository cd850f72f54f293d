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
  'tipping-point': (
    <>
      <path d="M14 8v48M14 56h76" stroke="var(--quiet)" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M52 8v48M14 32h76" stroke="var(--line)" strokeDasharray="3 3" />
      {organisation(20, 12, 1)}
      {organisation(60, 14, 2)}
      {organisation(62, 38, 4)}
    </>
  ),
  'three-modes': (
    <g fill="none" strokeWidth="2.2">
      <circle cx="17" cy="32" r="11" stroke="var(--attention)" />
      <circle cx="31" cy="32" r="4" stroke="var(--attention)" />
      <circle cx="46" cy="32" r="7" stroke="var(--quiet)" />
      <circle cx="61" cy="32" r="7" stroke="var(--quiet)" strokeDasharray="3 2" />
      <circle cx="78" cy="28" r="9" stroke="var(--accent)" />
      <circle cx="83" cy="38" r="9" stroke="var(--accent)" />
    </g>
  ),
  'sharing-risk': (
    <>
      <rect x="12" y="14" width="74" height="13" rx="3" fill="var(--organisation7)" />
      <rect x="12" y="37" width="30" height="13" rx="3" fill="var(--organisation1)" />
      <rect x="43" y="37" width="22" height="13" rx="3" fill="var(--organisation2)" />
      <rect x="66" y="37" width="20" height="13" rx="3" fill="var(--organisation7)" />
    </>
  ),
  'together-or-alone': (
    <>
      <path d="M30 32h-9M68 32h9" stroke="var(--quiet)" strokeWidth="1.5" strokeDasharray="3 3" />
      {organisation(22, 24, 1)}
      {organisation(50, 24, 2)}
      <rect x="6" y="28" width="10" height="8" rx="2" fill="var(--organisation4)" />
      <rect x="82" y="28" width="10" height="8" rx="2" fill="var(--organisation5)" />
    </>
  ),
  'outcomes-review': (
    <>
      <path d="M14 54h72" stroke="var(--quiet)" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M14 26h72" stroke="var(--accent)" strokeWidth="1.5" strokeDasharray="4 3" />
      <rect x="22" y="42" width="13" height="12" rx="2" fill="var(--trustNone)" />
      <rect x="44" y="33" width="13" height="21" rx="2" fill="var(--trust3)" />
      <rect x="66" y="22" width="13" height="32" rx="2" fill="var(--trust4)" />
    </>
  ),
  'one-day': (
    <>
      <path d="M12 32h74" stroke="var(--quiet)" strokeWidth="1.5" />
      {[16, 32, 48, 64, 80].map((x, i) => (
        <circle
          key={x}
          cx={x}
          cy="32"
          r="6"
          fill={i === 4 ? 'var(--accent)' : 'var(--raised)'}
          stroke="var(--accent)"
          strokeWidth="1.5"
        />
      ))}
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
