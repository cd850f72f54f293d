/** What Yjs asks of `lib0/logging`, which would bring a whole renderer of coloured lines: the client keeps no log. */
const nothing = (): void => undefined
/** Drops what it is given. */
export const print = nothing
/** Drops what it is given. */
export const warn = nothing
/** Colours and styles of log lines, which are empty here. */
export const [ORANGE, RED, BOLD, UNBOLD] = ['', '', '', '']
