import { useSyncExternalStore } from 'react'
import { basePath, boardIn } from '../session/base.ts'

/** The page that an address stands for. */
export type Route = { page: 'start' | 'check' | 'join' } | { page: 'board'; id: string }

/** Reads a path; anything that is no board's is the start page. */
export function routeOf(pathname: string): Route {
  const id = boardIn(pathname)
  const page = /\/(check|join)\/?$/.exec(pathname)?.[1]
  if (page) return { page: page as 'check' | 'join' }
  return id === undefined ? { page: 'start' } : { page: 'board', id }
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener)
  addEventListener('hashchange', listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener('hashchange', listener)
  }
}

/** The path of this window, kept up to date. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname)

/** The secret behind an address's `#`; what follows an `&`, or has a name of its own, is something else. */
const secretIn = (hash: string): string => {
  const [first = ''] = hash.slice(1).split('&')
  return first.includes('=') ? '' : first
}

/** A link's secret, from the part of the address behind `#`, or empty. It never reaches a server. */
export const useSecret = (): string =>
  useSyncExternalStore(subscribe, () => secretIn(location.hash))

const views = ['map', 'outline', 'phone', 'presenter'] as const
/**
 * The ways to be on a board: the canvas; everything on it as lists and tables; what is going on in the session, for a phone;
 * and the same for the big screen.
 */
export type View = (typeof views)[number]

const NARROW = '(max-width: 600px)'

// A bar in which the words of its buttons leave little room beside the title.
const TIGHT = '(max-width: 1100px)'

const isNarrow = (): boolean => matchMedia(NARROW).matches

// A link to an object leads to where it is seen.
const isToObject = (): boolean => /[#&]object=/.test(location.hash)

const viewNow = (): View => {
  const named = new URLSearchParams(location.search).get('view')
  return views.find((view) => view === named) ?? (isNarrow() && !isToObject() ? 'phone' : 'map')
}

/** The view that the address names; where it names none, the session on a phone, unless the address is an object’s, and the map elsewhere. */
export const useView = (): View => useSyncExternalStore(subscribe, viewNow)

const useMedia = (media: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = matchMedia(media)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(media).matches,
  )

/** Whether the window is as narrow as a phone. */
export const useNarrow = (): boolean => useMedia(NARROW)

/** Whether the bar at the top has little room beside the title. */
export const useTight = (): boolean => useMedia(TIGHT)

/** Changes the view; going back in the browser changes it back. */
export const showView = (view: View): void => go(`${location.pathname}?view=${view}`)

/** Goes to a page of this Rapport without loading it anew. */
export function go(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Takes the secret out of the address bar and the history entry. */
export function hideSecret(): void {
  const [, ...rest] = location.hash.slice(1).split('&')
  const hash = rest.length > 0 ? `#${rest.join('&')}` : ''
  history.replaceState(null, '', location.pathname + location.search + hash)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The start page's address. */
export const startPath = (): string => basePath(location.pathname)
