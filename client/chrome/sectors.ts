import { sectors, type Sector } from '../../shared/protocol/http.ts'
import { t } from '../words/t.ts'

/** The words for a sector. */
export const sectorName = (sector: Sector): string =>
  ({
    public: t('Public'),
    private: t('Private'),
    voluntary: t('Voluntary'),
    community: t('Community'),
    other: t('Other'),
  })[sector]

/** The sectors as choices. */
export const sectorOptions = (): { value: Sector; label: string }[] =>
  sectors.map((value) => ({ value, label: sectorName(value) }))

/** `value` as a sector, or undefined when it is none. */
export const asSector = (value: string | undefined): Sector | undefined =>
  sectors.find((sector) => sector === value)
