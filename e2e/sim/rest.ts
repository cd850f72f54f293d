/** Lets everything that needs no clock, disk or network come to rest. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
