/** The parts of a `KeyboardEvent` that tell which keys are down. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether `combination` (`Mod+Shift+z`, `+`, `ArrowLeft`) is what was pressed; `mac` makes Mod the ⌘ key. */
export function matches(combination: string, press: KeyPress, mac: boolean): boolean {
  const parts = combination.split(/(?<=.)\+(?=.)/)
  const key = parts.pop() ?? ''
  const wants = new Set(parts)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other || mod !== wants.has('Mod') || press.altKey !== wants.has('Alt')) return false
  // Shift is part of how a sign is typed; only for letters and named keys does it tell two combinations apart.
  const telling = key.length > 1 || /[a-z]/i.test(key) || wants.has('Shift')
  if (telling && press.shiftKey !== wants.has('Shift')) return false
  return press.key.toLowerCase() === key.toLowerCase()
}

/** How a combination is written for people: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function keyLabel(combination: string, mac: boolean): string {
  const names: Record<string, string> = mac
    ? {
        ' ': 'Space',
        Mod: '⌘',
        Shift: '⇧',
        Alt: '⌥',
        ArrowLeft: '←',
        ArrowRight: '→',
        ArrowUp: '↑',
        ArrowDown: '↓',
      }
    : {
        ' ': 'Space',
        Mod: 'Ctrl',
        ArrowLeft: '←',
        ArrowRight: '→',
        ArrowUp: '↑',
        ArrowDown: '↓',
        Escape: 'Esc',
      }
  const parts = combination.split(/(?<=.)\+(?=.)/).map((part) => names[part] ?? part)
  return parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(mac ? '' : '+')
}
