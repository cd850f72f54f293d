import type { Say } from '../words/words.ts'
import type { VersionKind } from './versions.ts'

const LONGEST = 240

/** A version's name, from why it was kept and what that is about; what people named themselves stays as it is. */
export function versionName({ kind, name }: { kind: VersionKind; name: string }, say: Say): string {
  const about = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name
  switch (kind) {
    case 'saved':
      return about
    case 'stage':
      return about === '' ? say('End of a stage') : say('End of “{stage}”', { stage: about })
    case 'session':
      return say('End of the session')
    case 'restore':
      return about === ''
        ? say('Before restoring a version')
        : say('Before restoring “{version}”', { version: about })
    case 'import':
      return say('Before importing a file')
  }
}
