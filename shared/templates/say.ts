import type { Language } from '../protocol/http.ts'
import { cy } from './cy/cy.ts'

/** Gives a template's English text in another language. */
export type Say = (english: string) => string

/** What says a template's texts in a language; a number before a text, as of a step, stays; what has no words there stays English. */
export function sayIn(language: Language): Say {
  if (language === 'en') return (english) => english
  return (english) => {
    const number = /^\d+\. /.exec(english)?.[0] ?? ''
    const text = english.slice(number.length)
    return number + (cy[text] ?? text)
  }
}
