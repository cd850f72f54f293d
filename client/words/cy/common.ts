import type { Words } from '../t.ts'

/** What is said on every page. */
export const common: Words['texts'] = {
  'As this device': 'Fel y ddyfais hon',
  'Colours: {name}': 'Lliwiau: {name}',
  Colours: 'Lliwiau',
  Dark: 'Tywyll',
  'High contrast': 'Cyferbyniad uchel',
  Language: 'Iaith',
  Light: 'Golau',
}
