/** The outcome of something that is expected to fail at times; `error` is ready to be shown or mapped to a status. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

/** A success carrying `value`. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A failure carrying `error`. */
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })
