import type { Words } from '../t.ts'

/** Help in context. */
export const guide: Words['texts'] = {
  'Good looks like': 'Mae un da yn edrych fel',
  'Good to know': 'Da gwybod',
  'Here and now': 'Yma yn awr',
  'How a workshop is run': 'Sut y caiff gweithdy ei redeg',
  Template: 'Templed',
}
