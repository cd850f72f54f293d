interface PlaceProps {
  x: number
  y: number
  name: string
  sector: string
  colour: string
}

function Place({ x, y, name, sector, colour }: PlaceProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="148" height="64" rx="12" fill="var(--raised)" stroke="var(--line)" />
      <path d="M12 0A12 12 0 0 0 0 12v40a12 12 0 0 0 12 12z" fill={`var(--${colour})`} />
      <text x="26" y="29" fontSize="15" fontWeight="700" fill="var(--ink)">
        {name}
      </text>
      <text x="26" y="48" fontSize="13" fill="var(--quiet)">
        {sector}
      </text>
    </g>
  )
}

function Chip({ x, y, text, colour }: { x: number; y: number; text: string; colour: string }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="11" fill={`var(--${colour})`} />
      <text
        y="4.5"
        fontSize="13"
        fontWeight="700"
        textAnchor="middle"
        fill="var(--surface)"
        fontFamily="inherit"
      >
        {text}
      </text>
    </g>
  )
}

/** The signature of the product, drawn once large: one tie, its two sides, and the gap between them. */
export function Hero() {
  return (
    <svg viewBox="-2 34 524 216" width="100%" aria-hidden fontFamily="var(--font)">
      <g fill="none" strokeLinecap="round">
        <path d="M148 62C250 30 300 40 372 62" stroke="var(--trust4)" strokeWidth="5" />
        <path
          d="M372 86C300 70 240 62 148 86"
          stroke="var(--trust2)"
          strokeWidth="3"
          strokeDasharray="9 8"
        />
        <path d="M70 106C76 160 110 196 186 204" stroke="var(--trust3)" strokeWidth="3.5" />
        <path
          d="M186 222C96 216 54 170 48 106"
          stroke="var(--trust1)"
          strokeWidth="3"
          strokeDasharray="0.5 8"
        />
        <path d="M450 106C444 160 410 196 334 204" stroke="var(--trust3)" strokeWidth="3.5" />
        <path d="M334 222C424 216 466 170 472 106" stroke="var(--trust3)" strokeWidth="3.5" />
      </g>
      <Place x={0} y={42} name="City Council" sector="Public" colour="organisation1" />
      <Place x={372} y={42} name="Riverside NHS" sector="Public" colour="organisation6" />
      <Place x={186} y={182} name="Open Door" sector="Voluntary" colour="organisation4" />
      <Chip x={172} y={56} text="4" colour="trust4" />
      <Chip x={348} y={82} text="2" colour="trust2" />
      <g transform="translate(260 58)">
        <rect x="-26" y="-16" width="52" height="32" rx="16" fill="var(--surface)" />
        <rect
          x="-26"
          y="-16"
          width="52"
          height="32"
          rx="16"
          fill="none"
          stroke="var(--attention)"
          strokeWidth="1.5"
        />
        <text y="5.5" fontSize="16" fontWeight="700" textAnchor="middle" fill="var(--attention)">
          +2
        </text>
      </g>
    </svg>
  )
}
