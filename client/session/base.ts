/** The folder under which this Rapport is served, from a page's path: `/` or `/somewhere/`. */
export const basePath = (pathname: string): string =>
  pathname.replace(/(?<=\/)b\/[^/]+\/?$/, '').replace(/[^/]*$/, '')

/** The id of the board whose page has this path; undefined for any other page. */
export function boardIn(pathname: string): string | undefined {
  const id = /\/b\/([^/]+)\/?$/.exec(pathname)?.[1]
  return id === undefined ? undefined : decodeURIComponent(id)
}

/** An address of this server below its base path, as a full URL. */
export const addressOf = (path: string, location: Location = window.location): URL =>
  new URL(path, new URL(basePath(location.pathname), location.origin))

/** The address of a board's page, without any secret. */
export const boardAddress = (board: string): string => addressOf(`b/${board}`).pathname
