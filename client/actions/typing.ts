/** The kinds of `input` that are chosen or pressed: keys but their own mean what they mean beside them. */
const notTyped = new Set(['radio', 'checkbox', 'button', 'range', 'color', 'file', 'submit'])

/** Whether an event's target is something that is typed into. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !notTyped.has(target.type)))
