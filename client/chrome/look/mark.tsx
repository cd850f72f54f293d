/** Rapport's mark: two bodies and the two lanes between them. Decorative; the word stands beside it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden fill="none">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g stroke="var(--onAccent)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M9.5 12.5c4-4.2 9-4.2 13 0" />
        <path d="M9.5 19.5c4 4.2 9 4.2 13 0" strokeDasharray="4.4 3.8" />
      </g>
      <g fill="var(--onAccent)">
        <circle cx="8" cy="16" r="3.6" />
        <circle cx="24" cy="16" r="3.6" />
      </g>
    </svg>
  )
}
