const LONGEST = 400

const integerLength = (head: string): number =>
  head >= 'a' ? head.charCodeAt(0) - 95 : 92 - head.charCodeAt(0)

/** Whether a value is a key of fractional indexing: anyone may write anything there, and a bad key breaks what is put above it. */
export const isOrderKey = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= LONGEST &&
  /^[A-Za-z][0-9A-Za-z]+$/.test(value) &&
  value.length >= integerLength(value.slice(0, 1)) &&
  (value.length === integerLength(value.slice(0, 1)) || !value.endsWith('0')) &&
  value !== `A${'0'.repeat(26)}`
