import { createElement, useCallback, type ComponentType, type ReactNode } from 'react'
import { Arriving, useArriving } from './arriving.ts'
import { sayMissing } from './say-missing.ts'

/** A component whose code comes when it is first shown. */
export interface Late<P> {
  /** shows it, or `meanwhile` until it is there; says so and calls `onFail` when it can't be had */
  Show: ComponentType<P & { meanwhile?: ReactNode; onFail?: () => void }>
  /** Fetches the code beforehand; a failure is left for `Show` to tell. */
  prepare(): void
}

/** Splits a component off. Unlike React's own `lazy`, a fetch that failed on a bad connection is tried again. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): Late<P> {
  const arriving = new Arriving(load)
  function Show({
    meanwhile = null,
    onFail,
    ...props
  }: P & { meanwhile?: ReactNode; onFail?: () => void }) {
    const onMissing = useCallback(() => {
      void sayMissing()
      onFail?.()
    }, [onFail])
    const component = useArriving(arriving, onMissing)
    return component ? createElement(component, props as unknown as P) : meanwhile
  }
  return { Show, prepare: () => arriving.prepare() }
}
