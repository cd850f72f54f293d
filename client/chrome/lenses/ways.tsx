import { t } from '../../words/t.ts'
import styles from './lenses.module.css'

/** What the four lines of a commitment mean; told by line and arrow, so that they are told apart in greyscale. */
export function Ways() {
  const rows = [
    {
      name: t('Offered: put on the table'),
      line: <path d="M2 8h36" strokeWidth="2.5" strokeDasharray="8 5" />,
      hollow: true,
    },
    { name: t('Accepted by the partners'), line: <path d="M2 8h36" strokeWidth="2.5" /> },
    {
      name: t('Imposed by somebody else'),
      line: <path d="M2 6h36M2 10h36" strokeWidth="1.5" />,
      imposed: true,
    },
    { name: t('Made: done'), line: <path d="M2 8h36" strokeWidth="6" /> },
  ]
  return (
    <ul className={styles.lanes}>
      {rows.map(({ name, line, hollow, imposed }) => (
        <li key={name}>
          <svg
            width="56"
            height="16"
            viewBox="0 0 56 16"
            stroke={imposed ? 'var(--danger)' : 'currentColor'}
            fill={imposed ? 'var(--danger)' : 'currentColor'}
            aria-hidden
          >
            {line}
            <path d="M38 2 53 8 38 14Z" strokeWidth="1.5" {...(hollow && { fill: 'none' })} />
          </svg>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}
