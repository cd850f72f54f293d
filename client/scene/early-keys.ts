// What is pressed so early that nothing listens yet, in number: a sentence, not a stuck key.
const MOST = 100
const MAPPED = /^(.|Arrow\w+|Enter|Delete|Backspace|Escape|F2)$/u
const WITH_MOD = /^[adfgjkyz]$/i

/** Keeps the keys that are pressed on the map, or on nothing, until somebody takes them: what works them comes after the map. */
export function keepKeys(container: HTMLElement): () => readonly KeyboardEvent[] {
  const kept: KeyboardEvent[] = []
  const onKey = (event: KeyboardEvent): void => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    const mod = ctrlKey || metaKey
    const here = target === container || (target === document.body && mod)
    if (!here || altKey || !(mod ? WITH_MOD : MAPPED).test(key) || kept.length >= MOST) return
    event.preventDefault()
    kept.push(event)
  }
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', onKey)
    return kept.splice(0)
  }
}
