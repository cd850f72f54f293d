import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { contentOf } from '../../../shared/compare/content.ts'
import type { Since } from '../../../shared/paper/compose-change.ts'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { readVersion } from '../../session/versions-api.ts'
import { failureText } from '../failures.ts'
import { usePlace, useVersions } from '../versions/use-versions.ts'
import { nameOfVersion } from '../versions/version-words.ts'

/** With what a paper compares the board. */
export interface Compared {
  /** the versions to choose from, the newest first; empty until they are known */
  versions: readonly VersionFacts[]
  /** the version chosen, or that was saved last by hand */
  version: VersionFacts | undefined
  /** what it said; undefined until it is there, and without one */
  read: Omit<Since, 'after'> | undefined
  /** why it can’t be had */
  failure: string | undefined
}

interface Fetched {
  id: string
  read?: Omit<Since, 'after'>
  failure?: string
}

/** Fetches the version that the paper’s settings name: an id, “none”, or empty for the one saved last by hand. */
export function useSince(chosen: string): Compared {
  const place = usePlace()
  const { versions = [], failure } = useVersions()
  const version = versions.find(({ id, kind }) =>
    chosen === '' ? kind === 'saved' : id === chosen,
  )
  const [fetched, setFetched] = useState<Fetched>()
  const { id, at } = version ?? {}
  const name = version && nameOfVersion(version)
  useEffect(() => {
    if (id === undefined || name === undefined || at === undefined) return undefined
    let left = false
    void readVersion(place, id).then((answer) => {
      if (left) return
      if (!answer.ok) {
        setFetched({ id, failure: failureText(answer.error) })
        return
      }
      const doc = new Y.Doc()
      Y.applyUpdate(doc, answer.value)
      setFetched({ id, read: { name, at, before: contentOf(doc) } })
      doc.destroy()
    })
    return () => {
      left = true
    }
  }, [place, id, name, at])
  const own = fetched?.id === id ? fetched : undefined
  return { versions, version, read: own?.read, failure: own?.failure ?? failure }
}
