import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

// Any fixed keys will do: they only keep an embedded font from being taken out by accident.
const fontKey = (index: number): string =>
  `A7C5E1D0-52F4-4B1E-9C3A-${index.toString(16).toUpperCase().padStart(12, '0')}`

const keyBytes = (key: string): number[] =>
  (key.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).toReversed()

// The first 32 bytes of an embedded font are mixed with its key, twice over.
function rekeyed(font: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> {
  const [before, after] = [keyBytes(from), keyBytes(to)]
  return font.map((byte, i) =>
    i < 32 ? byte ^ (before[i % 16] ?? 0) ^ (after[i % 16] ?? 0) : byte,
  )
}

/** The same Word file with fixed keys and dates instead of random keys and the time of day: one input, one sequence of bytes. */
export function packSteadily(bytes: Uint8Array, generatedAt: Date): Uint8Array {
  const files = unzipSync(bytes)
  const edit = (path: string, change: (xml: string) => string): void => {
    const file = files[path]
    if (file) files[path] = strToU8(change(strFromU8(file)))
  }
  const moment = `${generatedAt.toISOString().slice(0, 19)}Z`
  edit('docProps/core.xml', (xml) =>
    xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => tag + moment),
  )
  edit('word/fontTable.xml', (xml) => {
    let index = 0
    return xml.replaceAll(/w:fontKey="\{([0-9A-Fa-f-]{36})\}"/g, (_, old: string) => {
      index++
      const key = fontKey(index)
      const path = `word/fonts/font${index}.odttf`
      const font = files[path]
      if (font) files[path] = rekeyed(font, old, key)
      return `w:fontKey="{${key}}"`
    })
  })
  const names = Object.keys(files).sort()
  // Word wants the list of parts first; the rest may come in any order, as long as it is always the same.
  names.sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'))
  // A zip file keeps local time, so only a local date is the same everywhere.
  const mtime = new Date(1980, 0, 1)
  return zipSync(
    Object.fromEntries(
      names.map((name) => [
        name,
        // A picture is packed already; packing it again takes as long as drawing it.
        [files[name] ?? new Uint8Array(), { level: name.endsWith('.png') ? 0 : 6 }] as const,
      ]),
    ),
    { mtime },
  )
}
