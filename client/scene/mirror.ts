import type { Colours } from './painter.ts'
import type { Person } from './people.ts'

/** Somebody else's caret in the open text. */
export interface OtherCaret {
  person: Pick<Person, 'client' | 'name' | 'token'>
  index: number
}

const NAME_MS = 2500

/** Shows the carets of others in a text area: a copy of it beneath, whose text can't be seen, with the carets between the letters. */
export class Mirror {
  readonly element = document.createElement('div')
  #shown = ''
  #movedAt = new Map<number, { index: number; at: number }>()

  constructor() {
    this.element.setAttribute('aria-hidden', 'true')
    this.element.dir = 'auto'
    this.element.dataset['canvas'] = 'carets'
    Object.assign(this.element.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      color: 'transparent',
      pointerEvents: 'none',
      transformOrigin: '0 0',
      whiteSpace: 'pre-wrap',
      unicodeBidi: 'plaintext',
      overflowWrap: 'anywhere',
      zIndex: '3',
    })
  }

  /** Stands exactly over `area`, which shows `text`; returns whether a name is still to fade. */
  place(
    area: HTMLTextAreaElement,
    text: string,
    carets: readonly OtherCaret[],
    colours: Colours,
    now: number,
  ): boolean {
    const style = this.element.style
    const { width, font, textAlign, transform } = area.style
    Object.assign(style, { width, font, textAlign, transform })
    const named = carets.map(({ person, index }) => {
      const moved = this.#movedAt.get(person.client)
      if (moved?.index !== index) this.#movedAt.set(person.client, { index, at: now })
      return now - (this.#movedAt.get(person.client)?.at ?? now) < NAME_MS
    })
    const shown = JSON.stringify([text, carets, named, colours.paper])
    if (shown !== this.#shown) {
      this.#shown = shown
      this.#write(text, carets, named, colours)
    }
    return named.includes(true)
  }

  #write(
    text: string,
    carets: readonly OtherCaret[],
    named: readonly boolean[],
    colours: Colours,
  ): void {
    const sorted = carets
      .map((caret, i) => ({ ...caret, named: named[i] === true }))
      .sort((a, b) => a.index - b.index)
    const parts: Node[] = []
    let at = 0
    for (const { person, index, named: isNamed } of sorted) {
      parts.push(document.createTextNode(text.slice(at, index)))
      parts.push(caretElement(person, isNamed, colours))
      at = index
    }
    parts.push(document.createTextNode(`${text.slice(at)}\u200b`))
    this.element.replaceChildren(...parts)
  }
}

function caretElement(
  { name, token }: OtherCaret['person'],
  named: boolean,
  colours: Colours,
): HTMLElement {
  const place = document.createElement('span')
  // A caret takes no room, or the lines would break elsewhere than in the text area.
  Object.assign(place.style, { position: 'relative', display: 'inline' })
  const bar = document.createElement('span')
  Object.assign(bar.style, {
    position: 'absolute',
    left: '-1px',
    top: '0.05em',
    width: '2px',
    height: '1.15em',
    background: colours[token],
  })
  place.append(bar)
  if (!named || name === '') return place
  const label = document.createElement('span')
  label.textContent = name.length > 24 ? `${name.slice(0, 23)}…` : name
  Object.assign(label.style, {
    position: 'absolute',
    left: '-1px',
    bottom: '100%',
    padding: '0 5px',
    borderRadius: '4px 4px 4px 0',
    fontSize: '12px',
    lineHeight: '17px',
    fontWeight: '600',
    whiteSpace: 'nowrap',
    background: colours[token],
    color: token === 'quiet' ? colours.paper : colours.onOrganisation,
  })
  place.append(label)
  return place
}
