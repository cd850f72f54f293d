/** Where `line` stands in `lines`, of several places the nearest to `near`; −1 when it is not there. */
function nearest(lines: readonly string[], line: string | undefined, near: number): number {
  let found = -1
  lines.forEach((one, i) => {
    if (one === line && (found < 0 || Math.abs(i - near) < Math.abs(found - near))) found = i
  })
  return found
}

/**
 * Makes in `lines` the change that leads from `before` to `after`; whatever else was written into `lines` meanwhile stays.
 * A line that both changed is there twice: nobody's words are thrown away.
 */
export function changeLines(
  lines: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const changed = [...lines]
  let at = -1
  for (const line of before.slice(start, before.length - end)) {
    const place = nearest(changed, line, at < 0 ? start : at)
    if (place < 0) continue
    changed.splice(place, 1)
    if (at < 0) at = place
  }
  if (at < 0) at = nearest(changed, before[start - 1], start - 1) + 1
  if (at === 0 && start > 0) at = changed.length
  changed.splice(at, 0, ...after.slice(start, after.length - end))
  return changed
}

/**
 * What `lines` should be where somebody's edit, made at the same moment, took the place of one's own: one's own change once more, beside
 * theirs; undefined where nothing of it is missing. `versions` are the states of one's own draft, the first as it was found.
 */
export function withOwn(
  lines: readonly string[],
  versions: readonly (readonly string[])[],
): string[] | undefined {
  const [found = []] = versions
  const last = versions.at(-1)
  const held = versions.findLast((version) =>
    version.every((line) => lines.includes(line) || found.includes(line)),
  )
  return held === undefined || last === undefined || held === last
    ? undefined
    : changeLines(lines, held, last)
}
