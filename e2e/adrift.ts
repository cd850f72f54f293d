import type { Page } from '@playwright/test'

/** What is positioned on the page in such a way that it stays where it is while what it stands in scrolls away under it. */
export const adriftOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (style: CSSStyleDeclaration) =>
      /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)
    const holds = ({ position, transform, contain }: CSSStyleDeclaration) =>
      position !== 'static' || transform !== 'none' || /paint|layout|strict/.test(contain)
    const leaves = (from: Element | null): boolean => {
      let left = false
      for (let at = from; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (holds(style)) return left
        left ||= scrolls(style)
      }
      return false
    }
    return [...document.querySelectorAll('body *')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { position, content } = getComputedStyle(element, part)
        if (position !== 'absolute' || (part && content === 'none')) return []
        const from = part ? element : element.parentElement
        return leaves(from) ? [`${element.tagName} ${element.className}${part ?? ''}`] : []
      }),
    )
  })
