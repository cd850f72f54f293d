import { runChild } from './run-child.ts'
import type { Sample, Soaked, SoakPlan } from './soak.ts'
import type { Target } from './targets.ts'

/** The part of a soak that counts as warm-up. */
const WARM_UP = 0.4
const HOUR = 3_600_000

/** What a soak tells of the memory: MiB, and MiB an hour with the standard error of that. */
export interface SoakFigures {
  visits: number
  start: number
  warm: number
  end: number
  slope: number
  error: number
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / list.length

/** The line through the samples by least squares: what it rises by in an hour, and the standard error of that. */
function slopeOf(samples: readonly Sample[]): { slope: number; error: number } {
  const times = mean(samples.map(({ at }) => at))
  const level = mean(samples.map(({ memory }) => memory))
  let over = 0
  let square = 0
  for (const { at, memory } of samples) {
    over += (at - times) * (memory - level)
    square += (at - times) ** 2
  }
  const slope = over / square
  const rest = samples.map(({ at, memory }) => memory - level - slope * (at - times))
  const variance = rest.reduce((sum, one) => sum + one ** 2, 0) / (samples.length - 2)
  return { slope: slope * HOUR, error: Math.sqrt(variance / square) * HOUR }
}

/** Lets people come to and leave `boards` boards for some minutes, and says how the server's memory moves after a warm-up. */
export async function measureSoak(
  target: Target,
  boards: number,
  minutes: number,
): Promise<SoakFigures> {
  const running = await target.start()
  try {
    const { port, pid } = running
    const seats = []
    for (let board = 0; board < boards; board++) seats.push(...(await running.board(1)))
    const plan: SoakPlan = { port, pid, seats, lasts: minutes * 60_000 }
    const { samples, visits } = await runChild<Soaked>('soak.ts', plan)
    const warm = samples.slice(Math.floor(samples.length * WARM_UP))
    const memoryOf = (sample: Sample | undefined): number => sample?.memory ?? Number.NaN
    return {
      visits,
      start: memoryOf(samples[0]),
      warm: memoryOf(warm[0]),
      end: memoryOf(samples.at(-1)),
      ...slopeOf(warm),
    }
  } finally {
    await running.stop()
  }
}
