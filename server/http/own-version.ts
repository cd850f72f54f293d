import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Package = v.object({ version: v.string() })

/** The version of Rapport that runs. */
export function ownVersion(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../' : '../../../'
  const text = readFileSync(new URL(`${up}package.json`, import.meta.url), 'utf8')
  return v.parse(Package, JSON.parse(text)).version
}
