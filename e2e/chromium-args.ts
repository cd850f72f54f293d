/** What keeps a Chromium from work that isn't the page's: drawing by a GPU that isn't there, and asking the network for itself. */
export const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const
