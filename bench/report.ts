import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { busy, machineFacts } from './machine.ts'

/** One table of a report: the same columns in every row. */
export interface Table {
  title: string
  rows: Readonly<Record<string, string>>[]
  /** a sentence under the table */
  note?: string
}

function markdown({ title, rows, note }: Table): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `## ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
    ...(!note ? [] : ['', note]),
    '',
  ].join('\n')
}

/** Prints tables as they come, and keeps them as one markdown file with the machine's facts. */
export class Report {
  readonly #name: string
  readonly #command: string
  readonly #setting: string
  readonly #tables: Table[] = []
  readonly #started = new Date()
  #busiest = 0

  /** `setting` is what a reader must know beside the machine: what runs where. */
  constructor(
    name: string,
    command: string,
    setting = 'the server on core 0, the load generator on core 1',
  ) {
    this.#name = name
    this.#command = command
    this.#setting = setting
  }

  add(table: Table): void {
    this.#tables.push(table)
    this.#busiest = Math.max(this.#busiest, busy())
    console.log(`\n${table.title}`)
    console.table(table.rows)
    if (table.note) console.log(table.note)
  }

  /** Writes the file and returns its path. */
  write(): string {
    const folder = path.join(import.meta.dirname, 'results')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, `${this.#name}.md`)
    const head = [
      `# \`${this.#command}\``,
      '',
      `${this.#started.toISOString().slice(0, 16).replace('T', ' ')} UTC, on ${machineFacts()}; ${this.#setting}.`,
      `Highest load average meanwhile: ${this.#busiest.toFixed(1)}. Latencies are this machine’s; the ratios are what counts.`,
      '',
    ]
    writeFileSync(file, [...head, ...this.#tables.map(markdown)].join('\n'))
    return file
  }
}

/** How figures are written; `n/a` where there is none. */
export const show = {
  tenth: (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? 'n/a' : value.toFixed(1),
  whole: (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? 'n/a' : String(Math.round(value)),
  cores: (share: number | undefined): string => (share === undefined ? 'n/a' : share.toFixed(2)),
  ratio: (own: number | undefined, peer: number | undefined): string =>
    own === undefined || !peer || !Number.isFinite(peer) ? 'n/a' : (own / peer).toFixed(2),
}
