import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link or token: 256 bits, safe in a URL fragment and as a WebSocket subprotocol. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: its SHA-256, hex. Enough, because a secret is random and long. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')
