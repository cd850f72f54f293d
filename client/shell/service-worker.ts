import { matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'

declare const self: { __SHELL__: { url: string; revision: string | null }[] }

/** How long the server may take to give the page before the kept one is shown, s. */
const PATIENCE = 8

// The page itself comes from the server whenever it answers, so that nobody works with an old one; the kept one is for
// the time without it. Pages under api/ are files, which nothing stands in for.
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE,
      plugins: [{ handlerDidError: () => matchPrecache('./') }],
    }),
    { denylist: [/\/(api|sync|metrics|healthz|readyz)(\/|$)/] },
  ),
)
precacheAndRoute(self.__SHELL__)
