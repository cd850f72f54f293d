/** What Yjs asks of `lib0/logging`, which would bring a whole renderer of coloured lines: the client keeps no log. */
const nothing = (): void => undefined
export const print = nothing
export const warn = nothing
export const [ORANGE, RED, BOLD, UNBOLD] = ['', '', '', '']
