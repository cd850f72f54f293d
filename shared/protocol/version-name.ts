import type { VersionKind } from './versions.ts'

const LONGEST = 240

/** A version's name in English, from why it was kept and what that is about. */
export function versionName({ kind, name }: { kind: VersionKind; name: string }): string {
  const about = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name
  switch (kind) {
    case 'saved':
      return about
    case 'stage':
      return about === '' ? 'End of a stage' : `End of “${about}”`
    case 'session':
      return 'End of the session'
    case 'restore':
      return about === '' ? 'Before restoring a version' : `Before restoring “${about}”`
    case 'import':
      return 'Before importing a file'
  }
}
