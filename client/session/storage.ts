/** A small key-value store of this browser that never throws: where the real one is refused, it lasts as long as the tab. */
export interface KeyStore {
  read(key: string): unknown
  write(key: string, value: unknown): void
  remove(key: string): void
}

function keyStore(open: () => Storage | null | undefined): KeyStore {
  const fallback = new Map<string, string>()
  const attempt = <T>(run: (storage: Storage) => T): T | undefined => {
    try {
      // Windows that apps embed may have none at all.
      const storage = open()
      return storage ? run(storage) : undefined
    } catch (error) {
      // Private windows and full disks refuse storage with a DOMException; the tab's own memory takes over.
      if (error instanceof DOMException || error instanceof ReferenceError) return undefined
      throw error
    }
  }
  return {
    read(key) {
      const text = fallback.get(key) ?? attempt((storage) => storage.getItem(key))
      if (text === undefined || text === null) return undefined
      try {
        return JSON.parse(text)
      } catch (error) {
        if (error instanceof SyntaxError) return undefined
        throw error
      }
    },
    write(key, value) {
      const text = JSON.stringify(value)
      const done = attempt((storage) => {
        storage.setItem(key, text)
        return true
      })
      if (done) fallback.delete(key)
      else fallback.set(key, text)
    },
    remove(key) {
      fallback.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
  }
}

/** What this browser keeps between visits. */
export const lasting = keyStore(() => localStorage)

/** What this tab keeps until it is closed. */
export const passing = keyStore(() => sessionStorage)
