import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { Outcome, Plan } from './load.ts'
import { installPeers, onCore, targets, type Target } from './targets.ts'

/** Boards × people on each. */
interface Workload {
  name: string
  boards: number
  people: number
}

const workshop = (people: number): Workload => ({ name: `workshop ${people}`, boards: 1, people })
const boards = (count: number): Workload => ({
  name: `boards ${count} × 5`,
  boards: count,
  people: 5,
})
const short = [workshop(10), workshop(100), boards(20)]
const long = {
  workshop: [10, 25, 50, 75, 100, 150, 200, 300, 400, 500, 600].map(workshop),
  boards: [20, 50, 100, 200, 300, 400].map(boards),
}

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string' },
  },
})
const seconds = Number(options.seconds ?? (options.full ? 15 : 6))
const chosen = options.only?.split(',') ?? Object.keys(targets)

/** Whether people would call it working: nothing lost, edits in time, and the server not at its end. */
const held = (outcome: Outcome): boolean =>
  outcome.lost === 0 && outcome.p99 <= 250 && (outcome.serverCpu ?? 0) < 0.95

async function measure(target: Target, { boards: count, people }: Workload): Promise<Outcome> {
  const running = await target.start()
  try {
    const plan: Plan = {
      port: running.port,
      pid: running.pid,
      boards: [],
      cursors: 20,
      edits: 2,
      warmUp: 2000,
      window: seconds * 1000,
      drain: 8000,
    }
    for (let board = 0; board < count; board++) plan.boards.push(await running.board(people))
    const script = path.join(import.meta.dirname, 'load.ts')
    const [command, args] = onCore(1, [process.execPath, '--import', 'tsx', script])
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    child.stdin.end(JSON.stringify(plan))
    const said = await text(child.stdout)
    const [code] = (await exited) as [number | null]
    if (code !== 0) throw new Error(`the load generator ended with ${code}`)
    return JSON.parse(said) as Outcome
  } finally {
    await running.stop()
  }
}

const percent = (share: number | undefined) =>
  share === undefined ? 'n/a' : `${Math.round(share * 100)} %`
const tenth = (value: number | undefined) => (value === undefined ? 'n/a' : value.toFixed(1))

function row(name: string, outcome: Outcome): Record<string, string> {
  const limit = outcome.generatorCpu > 0.95 ? ' (load at its limit)' : ''
  return {
    server: name,
    held: `${held(outcome) ? 'yes' : 'no'}${limit}`,
    'p50 ms': tenth(outcome.p50),
    'p99 ms': tenth(outcome.p99),
    lost: String(outcome.lost),
    'server CPU': percent(outcome.serverCpu),
    'frames/s': tenth(outcome.frames),
    'KB/s': tenth(outcome.bytes / 1000),
    'MiB peak': tenth(outcome.peak),
    'load CPU': percent(outcome.generatorCpu),
  }
}

/** Rapport's figures as parts of a peer's: below 1 is less than the peer. */
function ratio(name: string, own: Outcome, peer: Outcome): Record<string, string> {
  const of = (a: number | undefined, b: number | undefined) =>
    a === undefined || !b ? 'n/a' : (a / b).toFixed(2)
  return {
    'Rapport ÷': name,
    p50: of(own.p50, peer.p50),
    p99: of(own.p99, peer.p99),
    'server CPU': of(own.serverCpu, peer.serverCpu),
    'frames/s': of(own.frames, peer.frames),
    bytes: of(own.bytes, peer.bytes),
    memory: of(own.peak, peer.peak),
  }
}

function show(workload: Workload, outcomes: ReadonlyMap<string, Outcome>): void {
  console.log(`\n${workload.name}: each person 20 cursor moves and 2 edits a second`)
  console.table([...outcomes].map(([name, outcome]) => row(name, outcome)))
  const own = outcomes.get('rapport')
  const others = [...outcomes].filter(([name]) => name !== 'rapport')
  if (own && others.length > 0)
    console.table(others.map(([name, outcome]) => ratio(name, own, outcome)))
  for (const [name, { closed }] of outcomes)
    if (Object.keys(closed).length > 0) console.log(`${name} closed sockets:`, closed)
}

/** Measures `names` one after the other under one workload, and shows them side by side. */
async function compare(workload: Workload, names: readonly string[]): Promise<string[]> {
  const outcomes = new Map<string, Outcome>()
  for (const name of names) {
    const target = targets[name]
    if (!target) throw new Error(`no server is called ${name}: ${Object.keys(targets).join(', ')}`)
    console.error(`… ${workload.name}: ${target.name}`)
    try {
      outcomes.set(name, await measure(target, workload))
    } catch (error) {
      console.error(`${target.name} did not finish: ${error instanceof Error ? error.message : ''}`)
      process.exitCode = 1
    }
  }
  show(workload, outcomes)
  return [...outcomes].flatMap(([name, outcome]) => (held(outcome) ? [name] : []))
}

if (chosen.some((name) => name !== 'rapport')) installPeers()
if (options.full) {
  for (const ladder of [long.workshop, long.boards]) {
    // Who did not hold a rung isn't asked to hold a higher one.
    let left = chosen
    for (const workload of ladder) if (left.length > 0) left = await compare(workload, left)
  }
} else {
  for (const workload of short) await compare(workload, chosen)
}
