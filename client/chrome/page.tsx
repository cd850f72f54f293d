import { createElement, useState, type ComponentType } from 'react'
import { Arriving, useArriving } from './ui/arriving.ts'

/** A page whose code comes when it is first shown; nothing stands there meanwhile. */
export interface Page<P> {
  /** shows it; throws for the boundary around the pages when it can't be had */
  Show: ComponentType<P>
  /** Fetches the code beforehand; a failure is left for `Show` to tell. */
  prepare(): void
}

/** Splits a page off. React's own `lazy` holds back what has come for up to 300 ms, so that nothing flickers that was shown meanwhile. */
export function page<P extends object>(load: () => Promise<ComponentType<P>>): Page<P> {
  const arriving = new Arriving(load)
  function Show(props: P) {
    const [missing, setMissing] = useState<unknown>()
    const component = useArriving(arriving, setMissing)
    if (missing !== undefined) throw new Error('a page can’t be had', { cause: missing })
    return component ? createElement(component, props) : null
  }
  return { Show, prepare: () => arriving.prepare() }
}
