import { runChild } from './run-child.ts'
import type { Sample, Soaked, SoakPlan } from './soak.ts'
import { freePort, type Target } from './targets.ts'

/** The part of a soak that counts as warm-up. */
const WARM_UP = 0.4
const HOUR = 3_600_000

/** A slope in MiB an hour, and its standard error. */
export interface Slope {
  slope: number
  error: number
}

/** What a soak tells of the memory, MiB: how it was after the warm-up and at the end, and how it moved between. */
export interface SoakFigures {
  visits: number
  samples: number
  warm: Sample | undefined
  end: Sample | undefined
  kept: Slope
  resident: Slope
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / list.length

/** The line through the samples by least squares. */
function slopeOf(samples: readonly Sample[], of: 'kept' | 'resident'): Slope {
  const times = mean(samples.map(({ at }) => at))
  const level = mean(samples.map((sample) => sample[of]))
  let over = 0
  let square = 0
  for (const sample of samples) {
    over += (sample.at - times) * (sample[of] - level)
    square += (sample.at - times) ** 2
  }
  const slope = over / square
  const rest = samples.map((sample) => sample[of] - level - slope * (sample.at - times))
  const variance = rest.reduce((sum, one) => sum + one ** 2, 0) / (samples.length - 2)
  return { slope: slope * HOUR, error: Math.sqrt(variance / square) * HOUR }
}

/** Lets people come to and leave `boards` boards for some minutes, and says how the server's memory moves after a warm-up. */
export async function measureSoak(
  target: Target,
  boards: number,
  minutes: number,
): Promise<SoakFigures> {
  const inspector = await freePort()
  const running = await target.start(undefined, {
    NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
  })
  try {
    const { port, pid } = running
    const seats = []
    for (let board = 0; board < boards; board++) seats.push(...(await running.board(1)))
    const plan: SoakPlan = { port, pid, inspector, seats, lasts: minutes * 60_000 }
    const { samples, visits } = await runChild<Soaked>('soak.ts', plan)
    const warm = samples.slice(Math.floor(samples.length * WARM_UP))
    return {
      visits,
      samples: warm.length,
      warm: warm[0],
      end: warm.at(-1),
      kept: slopeOf(warm, 'kept'),
      resident: slopeOf(warm, 'resident'),
    }
  } finally {
    await running.stop()
  }
}
