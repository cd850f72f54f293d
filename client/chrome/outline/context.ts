import { createContext, useContext } from 'react'
import { assert } from '../../../shared/assert.ts'

/** What the parts of the outline share. */
export interface OutlineHands {
  /** several objects are being picked: each name adds its object to what is selected or takes it out */
  picking: boolean
  /** tells a screen reader what was done, where sight alone would tell */
  announce(text: string): void
  /** has the keyboard go to an object once it is listed: to its name, or into its first field */
  goTo(id: string, where: 'name' | 'field'): void
  /** where the keyboard is to go for this object, once: asking takes the wish away */
  takeWish(id: string): 'name' | 'field' | undefined
}

const HandsContext = createContext<OutlineHands | null>(null)

/** Gives everything below it what the outline's parts share. */
export const HandsProvider = HandsContext.Provider

/** What the outline's parts share; only inside the outline. */
export function useHands(): OutlineHands {
  const hands = useContext(HandsContext)
  assert(hands, 'the outline is around this')
  return hands
}
