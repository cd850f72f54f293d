import { measureGrowth, measureStart, measureVisits } from './idle-runs.ts'
import { measureJoin, type JoinFigures } from './join-runs.ts'
import { held, isGeneratorSpent, measure, search, type Capacity } from './load-runs.ts'
import type { Outcome } from './load.ts'
import { Report, show } from './report.ts'
import { measureSoak } from './soak-runs.ts'
import { installPeers, targets, type Target } from './targets.ts'
import { wordsFor } from './words.ts'

const { full, counts, list } = wordsFor('relay', {
  counts: ['seconds', 'people', 'boards', 'minutes'],
  lists: {
    only: Object.keys(targets),
    parts: ['load', 'boards', 'capacity', 'join', 'idle', 'soak'],
  },
})
const [seconds = full ? 10 : 3] = counts('seconds') ?? []
const parts = list('parts') ?? ['load', 'capacity', 'join', 'idle']
const chosen = (list('only') ?? ['rapport', 'hocuspocus', 'y-websocket']).map((key) => ({
  key,
  target: targets[key] as Target,
}))
const withStock =
  list('only') === undefined
    ? [{ key: 'rapport-stock', target: targets['rapport-stock'] as Target }]
    : []
const report = new Report(
  parts.join() === 'soak' ? 'relay-soak' : full ? 'relay-full' : 'relay',
  `npm run bench -- relay ${process.argv.slice(2).join(' ')}`.trim(),
)

/** Without --full the slowest part of a workload is left out: what takes y-websocket half a minute. */
const isQuick = (key: string): boolean => full || key !== 'y-websocket'

/** Runs `task` for each server; one that fails is reported and left out. */
async function forEach<Found>(
  what: string,
  task: (target: Target, key: string) => Promise<Found>,
  more: typeof chosen = [],
  isWanted: (key: string) => boolean = () => true,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (const { key, target } of [...chosen.slice(0, 1), ...more, ...chosen.slice(1)]) {
    if (!isWanted(key)) continue
    console.error(`… ${what}: ${target.name}`)
    try {
      found.set(target.name, await task(target, key))
    } catch (error) {
      console.error(`${target.name} did not finish: ${(error as Error).message}`)
      process.exitCode = 1
    }
  }
  return found
}

const first = <Found>(found: ReadonlyMap<string, Found>): Found | undefined =>
  found.values().next().value

function loadRow(name: string, outcome: Outcome, own: Outcome | undefined) {
  return {
    server: name,
    held: `${held(outcome) ? 'yes' : 'no'}${isGeneratorSpent(outcome) ? ' (load at its limit)' : ''}`,
    'p50 ms': show.tenth(outcome.p50),
    'p99 ms': show.tenth(outcome.p99),
    lost: show.whole(outcome.lost),
    'CPU, cores': show.cores(outcome.serverCpu),
    'frames/s each': show.whole(outcome.frames),
    'KB/s each': show.whole(outcome.bytes / 1000),
    'peak MiB': show.whole(outcome.peak),
    'CPU ÷': show.ratio(own?.serverCpu, outcome.serverCpu),
    'bytes ÷': show.ratio(own?.bytes, outcome.bytes),
    'load CPU': show.cores(outcome.generatorCpu),
  }
}

async function compareLoad(title: string, boards: number, people: number): Promise<void> {
  const found = await forEach(
    title,
    (target) => measure(target, { boards, people }, seconds),
    withStock,
  )
  const own = first(found)
  report.add({
    title: `${title}, 20 cursor moves and 2 edits a second each`,
    rows: [...found].map(([name, outcome]) => loadRow(name, outcome, own)),
    note: '÷: the first server’s figure as a part of this one’s.',
  })
}

function capacityRow(name: string, capacity: Capacity, own: Capacity | undefined) {
  const { most, least, outcome, generatorSpent } = capacity
  return {
    server: name,
    held: show.whole(most),
    'not held': least === undefined ? '–' : String(least),
    limit: generatorSpent ? 'load generator' : least === undefined ? 'not reached' : 'server',
    'p99 ms': show.tenth(outcome?.p99),
    'CPU, cores': show.cores(outcome?.serverCpu),
    'held ÷': show.ratio(own?.most, most),
  }
}

async function compareCapacity(
  title: string,
  sizes: Readonly<Record<string, { start: number; max: number }>>,
  workload: (size: number) => { boards: number; people: number },
): Promise<void> {
  const found = await forEach(title, (target, key) => {
    const { start, max } = sizes[key] ?? sizes['rapport'] ?? { start: 100, max: 100 }
    const run = async (size: number): Promise<Outcome> => {
      const outcome = await measure(target, workload(size), seconds)
      const { p99, lost, serverCpu, generatorCpu } = outcome
      console.error(
        `  ${size}: p99 ${show.tenth(p99)} ms, ${lost} lost, ${show.cores(serverCpu)} of a core, load ${show.cores(generatorCpu)}`,
      )
      return outcome
    }
    return full
      ? search(run, { start, max: 1_000, precision: 1.15 })
      : search(run, { start, max, precision: Infinity })
  })
  const own = first(found)
  report.add({
    title,
    rows: [...found].map(([name, capacity]) => capacityRow(name, capacity, own)),
    note: `Held: nothing lost, p99 of edit delivery ≤ 250 ms, server below 95 % of a core.${
      full ? '' : ' Not searched any further than this; --full does.'
    }`,
  })
}

function joinRow(name: string, figures: JoinFigures, own: JoinFigures | undefined) {
  const { bytes, cold, crowd, calm, disturbed } = figures
  return {
    server: name,
    'board MB': show.tenth(bytes / 1e6),
    'cold ms': show.whole(cold.median),
    '50 at once: p99 ms': show.whole(crowd.p99),
    'CPU s': show.tenth(crowd.serverCpu),
    'peak MiB': show.whole(crowd.peak),
    'others’ p99 ms before': show.tenth(calm),
    meanwhile: show.tenth(disturbed),
    'cold ÷': show.ratio(own?.cold.median, cold.median),
    '50 ÷': show.ratio(own?.crowd.p99, crowd.p99),
  }
}

async function compareJoin(): Promise<void> {
  const found = await forEach('joining a large board', measureJoin, [], isQuick)
  const own = first(found)
  report.add({
    title: 'Joining a board of 20,000 objects and 100,000 edits',
    rows: [...found].map(([name, figures]) => joinRow(name, figures, own)),
    note: 'The others are four people who edit the same board ten times a second.',
  })
}

async function compareIdle(): Promise<void> {
  const [boards = full ? 2_000 : 300] = counts('boards') ?? []
  const visits = await forEach(
    `${boards} boards opened and left`,
    (target) => measureVisits(target, boards, full ? 30_000 : 10_000),
    [],
    isQuick,
  )
  report.add({
    title: `Memory after ${boards} boards were opened and closed`,
    rows: [...visits].map(([server, { before, after }]) => ({
      server,
      'MiB before': show.whole(before),
      'MiB after': show.whole(after),
      more: show.whole(after - before),
    })),
  })
  const own = chosen.find(({ key }) => key === 'rapport')
  if (!own) return
  const { empty, full: stored } = await measureStart(own.target, 10_000)
  report.add({
    title: 'Start with 10,000 stored boards',
    rows: [
      {
        server: own.target.name,
        'empty ms': show.whole(empty),
        '10,000 boards ms': show.whole(stored),
        '÷': show.ratio(stored, empty),
      },
    ],
  })
  report.add({
    title: 'Growth',
    rows: [{ '20,000 drags of one object add': `${measureGrowth(20_000)} B` }],
  })
}

async function soak(): Promise<void> {
  const [boards = 200] = counts('boards') ?? []
  const [minutes = 10] = counts('minutes') ?? []
  const found = await forEach(`soak, ${boards} boards, ${minutes} minutes`, (target) =>
    measureSoak(target, boards, minutes),
  )
  report.add({
    title: `Soak: people come to and leave ${boards} boards for ${minutes} minutes`,
    rows: [...found].map(([server, { visits, samples, warm, end, kept, resident }]) => ({
      server,
      visits: show.whole(visits),
      samples: show.whole(samples),
      'kept MiB': `${show.tenth(warm?.kept ?? Number.NaN)} → ${show.tenth(end?.kept ?? Number.NaN)}`,
      'kept, MiB an hour': `${show.tenth(kept.slope)} ± ${show.tenth(kept.error)}`,
      'resident MiB': `${show.whole(warm?.resident ?? Number.NaN)} → ${show.whole(end?.resident ?? Number.NaN)}`,
      'resident, MiB an hour': `${show.tenth(resident.slope)} ± ${show.tenth(resident.error)}`,
    })),
    note: 'After a warm-up of two fifths of the time, each time when all have left: what all its threads keep after full garbage collections, and what the process then has from the system. ±: standard error; a slope within two of them is noise.',
  })
}

if (chosen.some(({ key }) => !key.startsWith('rapport'))) installPeers()
if (parts.includes('load')) {
  await compareLoad('Few present: one board of 10', 1, 10)
  const [people = 100] = counts('people') ?? []
  await compareLoad(`Workshop: one board of ${people}`, 1, people)
}
if (parts.includes('boards')) {
  const [boards = 20] = counts('boards') ?? []
  await compareLoad(`Boards: ${boards} of 5`, boards, 5)
}
if (parts.includes('capacity')) {
  await compareCapacity(
    'Workshop held: people on one board',
    {
      rapport: { start: 500, max: 500 },
      hocuspocus: { start: 100, max: 200 },
      'y-websocket': { start: 50, max: 100 },
    },
    (people) => ({ boards: 1, people }),
  )
  await compareCapacity(
    'Boards held: boards of 5 people',
    {
      rapport: { start: 300, max: 300 },
      hocuspocus: { start: 20, max: 40 },
      'y-websocket': { start: 50, max: 100 },
    },
    (boards) => ({ boards, people: 5 }),
  )
}
if (parts.includes('join')) await compareJoin()
if (parts.includes('idle')) await compareIdle()
if (parts.includes('soak')) await soak()
console.error(`Written to ${report.write()}`)
