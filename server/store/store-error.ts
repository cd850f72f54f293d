/**
 * `unknown-board`: there is no such board. `unreadable`: it is there but can't be read. `claimed`: a client id belongs to
 * another participant. `unavailable`: the store can't work now.
 */
export type StoreErrorCode = 'unknown-board' | 'unreadable' | 'claimed' | 'unavailable'

/** Why a store refused; the message is for an operator. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
