import { useEffect, useState, type ComponentType } from 'react'

/** A component whose code is fetched when it is needed; a fetch that failed on a bad connection is tried again by the next who asks. */
export class Arriving<P> {
  readonly #load: () => Promise<ComponentType<P>>
  #component: ComponentType<P> | undefined

  constructor(load: () => Promise<ComponentType<P>>) {
    this.#load = load
  }

  /** The component, if its code is here. */
  get here(): ComponentType<P> | undefined {
    return this.#component
  }

  /** Fetches the code; rejects when it can't be had. */
  async fetch(): Promise<ComponentType<P>> {
    this.#component ??= await this.#load()
    return this.#component
  }

  /** Fetches the code beforehand; a failure is left for who needs it. */
  prepare(): void {
    this.fetch().catch(() => undefined)
  }
}

/** The component once it is here; `onMissing` hears when it can't be had. */
export function useArriving<P>(
  arriving: Arriving<P>,
  onMissing: (error: unknown) => void,
): ComponentType<P> | undefined {
  const [component, setComponent] = useState(() => arriving.here)
  useEffect(() => {
    if (component) return undefined
    let left = false
    arriving.fetch().then(
      (value) => {
        if (!left) setComponent(() => value)
      },
      (error: unknown) => {
        if (!left) onMissing(error)
      },
    )
    return () => {
      left = true
    }
  }, [component, arriving, onMissing])
  return component
}
