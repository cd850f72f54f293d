/** Every kind of file that a board can be taken out as. */
export const exportFormats = [
  'json',
  'png',
  'svg',
  'pdf',
  'docx',
  'xlsx',
  'csv',
  'kumu',
  'graphml',
  'gexf',
] as const
/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number]
