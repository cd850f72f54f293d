import { createHash } from 'node:crypto'

/** The id of a picture: made of its bytes alone, so that the same picture has the same id on every board. */
export const imageId = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 32)
