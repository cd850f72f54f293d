// What is pressed so early that nothing listens yet, in number: a sentence, not a stuck key.
const MOST = 100
const MAPPED = /^(.|Arrow\w+|Enter|Delete|Backspace|Escape|F2)$/u
const WITH_MOD = /^[adfgjkyz]$/i

/** Whether a key that was pressed at `target` is for the map: it is on it, or on nothing while the map is shown. */
export const isForMap = (target: EventTarget | null, container: HTMLElement): boolean =>
  target === container ||
  (target === document.body && getComputedStyle(container).visibility === 'visible')

/** Keeps the keys that are pressed for the map until somebody takes them: what works them comes after the map. */
export function keepKeys(container: HTMLElement): () => readonly KeyboardEvent[] {
  const kept: KeyboardEvent[] = []
  const onKey = (event: KeyboardEvent): void => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    const mod = ctrlKey || metaKey
    if (altKey || !(mod ? WITH_MOD : MAPPED).test(key) || kept.length >= MOST) return
    if (!isForMap(target, container)) return
    event.preventDefault()
    kept.push(event)
  }
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', onKey)
    return kept.splice(0)
  }
}
