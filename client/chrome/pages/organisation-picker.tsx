import { Plus } from 'lucide-react'
import type { BoardPreview } from '../../../shared/protocol/http.ts'
import { t } from '../../words/t.ts'
import { sectorName } from '../sectors.ts'
import styles from './organisation-picker.module.css'

/** The value that stands for an organisation which is not on the board yet. */
export const NEW = 'new'

/** One organisation of the board, or a new one. */
export function OrganisationPicker({
  organisations,
  value,
  onChange,
}: {
  organisations: BoardPreview['organisations']
  value: string
  onChange(value: string): void
}) {
  return (
    <div className={styles.list}>
      {organisations.map(({ id, name, sector }) => (
        <label key={id} className={styles.item}>
          <input
            type="radio"
            name="organisation"
            value={id}
            required
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <span className={styles.name}>{name}</span>
          <span className={styles.sector}>{sectorName(sector)}</span>
        </label>
      ))}
      <label className={styles.item}>
        <input
          type="radio"
          name="organisation"
          required
          checked={value === NEW}
          onChange={() => onChange(NEW)}
        />
        <Plus size={18} strokeWidth={1.75} aria-hidden />
        <span className={styles.name}>{t('Another organisation')}</span>
      </label>
    </div>
  )
}
