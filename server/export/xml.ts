import { clean } from '../../shared/paper/printable.ts'

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text as it may stand in an XML element or attribute, without what XML can't hold. */
export const xmlText = (text: string): string =>
  clean(text).replaceAll(/[&<>"\n]/g, (mark) => marks[mark] ?? mark)

/** An XML element with its attributes, around `children` where there are any. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('')
  return children.length === 0
    ? `<${name}${given}/>`
    : `<${name}${given}>${children.join('')}</${name}>`
}

/** A whole document with its declaration, a line for each of the children of its last level that `lines` names. */
export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root.replaceAll(/(<(?:key|node|edge|attribute) )/g, '\n$1')}\n`
