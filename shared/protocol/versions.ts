import * as v from 'valibot'
import { limits } from '../limits.ts'
import { lineOf } from './line.ts'

/**
 * Why a version was kept: `saved` by a facilitator under a name of their own; all others by the server itself, when a `stage`
 * or the whole `session` had ended, or before the board was brought back to a version (`restore`) or took in a file (`import`).
 */
export const versionKinds = ['saved', 'stage', 'session', 'restore', 'import'] as const
/** One of `versionKinds`. */
export type VersionKind = (typeof versionKinds)[number]

/** Body of `POST /api/boards/:id/versions`. */
export const SaveVersion = v.object({ name: lineOf('The version’s name', limits.title) })
export type SaveVersion = v.InferInput<typeof SaveVersion>

/** One item of `GET /api/boards/:id/versions`, which has the newest first; the time is ISO 8601 UTC. */
export const VersionFacts = v.object({
  id: v.string(),
  /** as a sentence would have it: the name given, or “End of “…””, “Before restoring “…”” and the like */
  name: v.string(),
  kind: v.picklist(versionKinds),
  /** what the name of an automatic one is made with: the stage's title, the restored version's name; else empty */
  about: v.string(),
  automatic: v.boolean(),
  at: v.string(),
  /** who saved it, or did what it was kept before; null for the server by itself */
  by: v.nullable(v.object({ id: v.string(), name: v.string() })),
})
export type VersionFacts = v.InferOutput<typeof VersionFacts>

/** Answer of `GET /api/boards/:id/versions`. */
export const VersionList = v.object({
  versions: v.array(VersionFacts),
  /** most versions that the board keeps; the oldest automatic ones go first */
  most: v.number(),
})
export type VersionList = v.InferOutput<typeof VersionList>

/** Answer of `POST /api/boards/:id/versions/:v/restore`. */
export const RestoredVersion = v.object({ restored: VersionFacts, before: VersionFacts })
export type RestoredVersion = v.InferOutput<typeof RestoredVersion>
