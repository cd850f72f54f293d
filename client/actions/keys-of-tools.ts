import { createStore } from 'zustand/vanilla'
import { lasting } from '../session/storage.ts'
import { tools } from '../tools/list.ts'
import type { Tool } from '../tools/tool.ts'
import { actions } from './list.ts'

const KEY = 'rapport.toolKeys'

/** Tool id → the single key that this person gave it; an empty string takes its key away. */
export type ToolKeys = Readonly<Record<string, string>>

function kept(): ToolKeys {
  const value = lasting.read(KEY)
  if (typeof value !== 'object' || value === null) return {}
  const ids = new Set(tools.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(value).filter(
      ([id, key]) => ids.has(id) && typeof key === 'string' && key.length <= 1,
    ),
  )
}

/** The keys that this browser's person has given to tools, where they are others than the usual ones. */
export const toolKeys = createStore(() => ({ keys: kept() }))

/** The single key that chooses a tool, lower case; undefined when it has none. */
export function keyOfTool({ id, key }: Tool, { keys } = toolKeys.getState()): string | undefined {
  return (keys[id] ?? key) || undefined
}

/** The English label of what a single key does already, for a tool that wishes to have it; undefined when it is free. */
export function takenBy(key: string, tool: Tool): string | undefined {
  const other = tools.find((one) => one !== tool && keyOfTool(one) === key)
  if (other) return other.label
  return actions.find(({ keys }) => keys.includes(key))?.label
}

/** Gives a tool another single key, or none for an empty string, here and on later visits; the key must be free. */
export function chooseToolKey(tool: Tool, key: string): void {
  const keys = { ...toolKeys.getState().keys, [tool.id]: key }
  lasting.write(KEY, keys)
  toolKeys.setState({ keys })
}

/** Gives every tool its usual key again. */
export function resetToolKeys(): void {
  lasting.remove(KEY)
  toolKeys.setState({ keys: {} })
}
