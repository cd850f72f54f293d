import type { Pictures } from '../model/pictures.ts'
import type { Credentials } from './credentials.ts'
import type { PictureStore } from './picture-store.ts'

/** The pictures of a board; the code that fetches them comes with the first that is asked for. `close` lets go of them all. */
export function openPictures(credentials: Credentials): Pictures & { close(): void } {
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  let here: PictureStore | undefined
  let coming: Promise<PictureStore> | undefined
  const load = (): Promise<PictureStore> =>
    (coming ??= import('./picture-store.ts').then(
      ({ PictureStore: Store }) => (here = new Store(credentials, tell)),
      (error: unknown) => {
        coming = undefined
        throw error
      },
    ))
  return {
    board: credentials.board.id,
    prepare: load,
    get(id, width) {
      if (here) return here.get(id, width)
      // Where the code can't be fetched now, the next painting asks again.
      load().then(tell, () => undefined)
      return undefined
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    file: (id) => load().then((store) => store.file(id)),
    keep: (file) => load().then((store) => store.keep(file)),
    bring: (id, from) => load().then((store) => store.bring(id, from)),
    close: () => here?.close(),
  }
}
