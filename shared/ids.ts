import { customAlphabet } from 'nanoid'

// Lower case without look-alikes, so that an id can be read aloud and typed on a phone.
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** A new id for an object, reading, comment, board or participant: 14 characters, about 69 bits, not a secret. */
export const newId = customAlphabet(alphabet, 14)
