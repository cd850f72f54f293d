import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as Y from 'yjs'
import { boardKeys, rootsOf, SCHEMA_VERSION } from '../shared/board/layout.ts'
import { newId } from '../shared/ids.ts'
import { countText, formatOf, fileEndings, plainly, usageOf } from './admin-words.ts'
import { readConfig, type Config } from './config.ts'
import { createExporter, showsImages } from './export/exporter.ts'
import { keepImages } from './http/keep-images.ts'
import { newLinks } from './http/new-links.ts'
import { linkUrl } from './http/origin.ts'
import { purge } from './http/retention.ts'
import { importFile, type ImportIssue } from './import/import.ts'
import { backup, mergeDocument } from './store/backup.ts'
import { imagesOf } from './export/images-of.ts'
import { readState } from './session/stored-state.ts'
import { mayHoldBoards, openStore } from './store/open.ts'
import { restore } from './store/restore.ts'
import type { BoardStore } from './store/store.ts'

/** Ends a verb with one line for the operator. */
class Refusal extends Error {}

interface Desk {
  config: Config
  store: BoardStore
}

// npm runs scripts in the project's folder; files are meant where the operator stands.
const fileAt = (name: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', name)

const startPageOf = ({ publicUrl, port, basePath }: Config): string =>
  publicUrl ?? `http://localhost:${port}${basePath}`

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')

async function boardOf(store: BoardStore, id: string) {
  const board = await store.board(id)
  if (!board) throw new Refusal(`There is no board ${id}.`)
  return board
}

function printLinks(config: Config, board: string, secrets: Record<string, string>): void {
  for (const [role, secret] of Object.entries(secrets)) {
    console.log(`${role.padEnd(12)}${linkUrl(startPageOf(config), board, secret)}`)
  }
}

async function listBoards({ store }: Desk): Promise<void> {
  const boards = await store.boards()
  for (const { id, title, changedAt, readOnly } of boards) {
    console.log(`${id}  ${day(changedAt)}  ${title}${readOnly ? '  (read-only)' : ''}`)
  }
  if (boards.length === 0) console.log('There are no boards.')
}

async function exportBoard({ store }: Desk, id: string, name?: string): Promise<void> {
  const board = await boardOf(store, id)
  const format = name === undefined ? 'json' : formatOf(name)
  if (!format) throw new Refusal(`The file must end in one of ${fileEndings}.`)
  const exporter = createExporter()
  try {
    const state = mergeDocument(await store.load(id))
    const made = await exporter.export({
      format,
      state,
      images: showsImages(format) ? await imagesOf(store, id) : [],
      title: board.title,
      rounds: readState((await store.session(id)).state).rounds,
      generatedAt: new Date(),
    })
    if (!made.ok) throw new Refusal(made.error.detail)
    const file = fileAt(name ?? made.value.fileName)
    await writeFile(file, made.value.bytes)
    console.log(file)
  } finally {
    await exporter.close()
  }
}

// What the HTTP call has as its query an operator never said.
const issueText = ({ line, field = '', detail }: ImportIssue): string =>
  [line === undefined ? '' : `line ${line}`, field === 'format' ? '' : field, detail]
    .filter((part) => part !== '')
    .join(': ')

const importable = ['.json', '.csv', '.zip', '.xlsx', '.graphml', '.gexf']

async function importBoard({ store, config }: Desk, name: string): Promise<void> {
  const extension = path.extname(name).toLowerCase()
  if (!importable.includes(extension)) {
    throw new Refusal(`The file must end in ${importable.join(', ')}.`)
  }
  const bytes = await readFile(fileAt(name))
  const now = new Date()
  const read = importFile({
    format: extension === '.csv' ? 'csv' : 'auto',
    bytes,
    options: { now: now.toISOString() },
  })
  const refusal = (issues: readonly ImportIssue[]): Refusal =>
    new Refusal(issues.map((issue) => `${path.basename(name)}: ${issueText(issue)}`).join('\n'))
  if (!read.ok) throw refusal(read.error)
  const doc = new Y.Doc()
  const applied = read.value.apply(doc, 'import')
  if (!applied.ok) throw refusal(applied.error)
  const { board } = rootsOf(doc)
  const own = board.get(boardKeys.title)
  const isNamed = typeof own === 'string' && own !== ''
  const title = isNamed ? own : path.basename(name).replace(/(\.rapport)?\.\w+$/, '')
  if (!isNamed) board.set(boardKeys.title, title)
  if (!board.has(boardKeys.schema)) board.set(boardKeys.schema, SCHEMA_VERSION)
  const id = newId()
  const { rows, secrets } = newLinks(id)
  const at = now.getTime()
  await store.create(
    { id, title, epoch: newId(), readOnly: false, createdAt: at, changedAt: at },
    rows,
    Y.encodeStateAsUpdate(doc),
  )
  const left = await keepImages(store, id, read.value.images, {
    now: at,
    most: config.maxImageBytesPerBoard,
  })
  const { organisations, relationships, objects } = applied.value
  const notes = [...applied.value.notes, ...left]
  console.log(
    `${title}: ${countText(organisations, 'organisation')}, ${countText(relationships, 'relationship')}, ${countText(objects, 'object')}`,
  )
  for (const note of notes) console.log(`  ${issueText(note)}`)
  printLinks(config, id, secrets)
}

async function makeLinks({ store, config }: Desk, id: string): Promise<void> {
  await boardOf(store, id)
  const { rows, secrets } = newLinks(id)
  for (const row of rows) await store.addLink(row)
  printLinks(config, id, secrets)
}

async function isRunning({ host, port }: Config): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  try {
    await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/healthz`)
    return true
  } catch (error) {
    // fetch rejects with a TypeError when nobody answers, and only then.
    if (error instanceof TypeError) return false
    throw error
  }
}

async function restoreBoards({ store, config }: Desk, words: readonly string[]): Promise<void> {
  const [name, ...others] = words.filter((word) => word !== '--replace')
  if (name === undefined || others.length > 0) throw new Refusal(usageOf('restore'))
  const replace = words.includes('--replace')
  if (replace && (await isRunning(config))) {
    throw new Refusal('Stop the server first: boards that are open can’t be replaced.')
  }
  const done = await restore(store, fileAt(name), { replace })
  if (!done.ok) throw new Refusal(done.error)
  const { restored, kept } = done.value
  const hint = kept.length > 0 && !replace ? ' (with --replace they are put back too)' : ''
  console.log(
    `${countText(restored.length, 'board')} restored, ${kept.length} left as they are${hint}`,
  )
}

async function purgeBoards({ store, config }: Desk): Promise<void> {
  if (config.retentionDays === undefined) {
    console.log(
      '0 boards deleted: RETENTION_DAYS is not set, so no board expires; deleted boards are gone already.',
    )
    return
  }
  const when = { days: config.retentionDays, now: Date.now() }
  const gone = await purge(store, when, (board, error) => {
    console.error(`${board} stays: ${plainly(error)}`)
    process.exitCode = 1
  })
  console.log(`${countText(gone.length, 'board')} deleted`)
}

/** Each verb with the least and most words that may follow it. */
const verbs: Record<
  string,
  { least: number; most: number; run(desk: Desk, ...words: string[]): Promise<void> }
> = {
  boards: { least: 0, most: 0, run: listBoards },
  export: { least: 1, most: 2, run: (desk, id = '', file) => exportBoard(desk, id, file) },
  import: { least: 1, most: 1, run: (desk, file = '') => importBoard(desk, file) },
  links: { least: 1, most: 1, run: (desk, id = '') => makeLinks(desk, id) },
  backup: {
    least: 1,
    most: 1,
    async run({ store }, name = '') {
      const count = await backup(store, fileAt(name), Date.now())
      console.log(`${countText(count, 'board')} written to ${fileAt(name)}`)
    },
  },
  restore: {
    least: 1,
    most: 2,
    run: (desk, ...words) => restoreBoards(desk, words),
  },
  purge: { least: 0, most: 0, run: purgeBoards },
}

/** Verbs that put boards where there may be none yet. */
const bringers = ['import', 'restore']

async function main([name = '', ...words]: string[]): Promise<void> {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(usageOf())
    return
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    throw new Refusal(name === '' ? usageOf() : `There is no verb “${name}”.\n\n${usageOf()}`)
  }
  if (words.length < verb.least || words.length > verb.most || words.includes('')) {
    throw new Refusal(usageOf(name))
  }
  const config = readConfig(process.env)
  if (!config.ok) throw new Refusal(config.error)
  if (!bringers.includes(name) && !mayHoldBoards(config.value)) {
    const place = path.resolve(config.value.dataDir)
    throw new Refusal(`There are no boards in ${place}. DATA_DIR says where the server keeps them.`)
  }
  const store = await openStore(config.value)
  try {
    await verb.run({ config: config.value, store }, ...words)
  } finally {
    await store.close()
  }
}

// Whoever reads it may have had enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(plainly(error))
  process.exitCode = 1
}
