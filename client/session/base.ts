/** The folder under which this Rapport is served, from a page's path: `/` or `/somewhere/`. */
export const basePath = (pathname: string): string =>
  pathname.replace(/(?<=\/)b\/[^/]+\/?$/, '').replace(/[^/]*$/, '')

/** An address of this server below its base path, as a full URL. */
export const addressOf = (path: string, location: Location = window.location): URL =>
  new URL(path, new URL(basePath(location.pathname), location.origin))

/** The address of a board's page, without any secret. */
export const boardAddress = (board: string): string => addressOf(`b/${board}`).pathname
