import { parseArgs } from 'node:util'

/** What may follow the name of a bench. */
interface Known<Count extends string, List extends string> {
  /** options of one or more numbers */
  counts: readonly Count[]
  /** options of one or more words, each of them one of those given */
  lists: Readonly<Record<List, readonly string[]>>
}

/** What was asked for, by name; undefined for what was left out. */
interface Asked<Count extends string, List extends string> {
  full: boolean
  counts(name: Count): number[] | undefined
  list(name: List): string[] | undefined
}

/** Says what is wrong and what may be said, and ends the process. */
function end(bench: string, { counts, lists }: Known<string, string>, wrong?: string): never {
  const lines = [
    ...(wrong === undefined ? [] : [wrong]),
    `Usage: npm run bench -- ${bench} [--full]`,
    ...counts.map((name) => `  [--${name} n]`),
    ...Object.entries(lists).map(([name, words]) => `  [--${name} ${words.join(',')}]`),
  ]
  console.error(lines.join('\n'))
  process.exit(wrong === undefined ? 0 : 2)
}

/** Reads the words behind a bench's name; what it can't do, and `--help`, ends the process with how it is used. */
export function wordsFor<Count extends string, List extends string>(
  bench: string,
  known: Known<Count, List>,
): Asked<Count, List> {
  const listNames = Object.keys(known.lists) as List[]
  const parse = () => {
    const named = [...known.counts, ...listNames].map((name) => [name, { type: 'string' as const }])
    const flag = { type: 'boolean' as const }
    try {
      return parseArgs({ options: { ...Object.fromEntries(named), full: flag, help: flag } }).values
    } catch (error) {
      return end(bench, known, (error as Error).message)
    }
  }
  const values: Readonly<Record<string, unknown>> = parse()
  if (values['help'] === true) end(bench, known)
  const list = (name: string): string[] | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value.split(',') : undefined
  }
  const counts = (name: Count): number[] | undefined => list(name)?.map(Number)
  for (const name of known.counts) {
    const isSound = counts(name)?.every((count) => Number.isFinite(count) && count > 0) ?? true
    if (!isSound) end(bench, known, `--${name} takes numbers above 0.`)
  }
  for (const name of listNames) {
    const strange = list(name)?.find((word) => !known.lists[name].includes(word))
    if (strange !== undefined) end(bench, known, `--${name} doesn’t know “${strange}”.`)
  }
  return { full: values['full'] === true, counts, list }
}
