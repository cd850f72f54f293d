import { cpus, loadavg, totalmem, release, type } from 'node:os'

/** What a reader must know of the machine to judge figures from it. */
export function machineFacts(): string {
  const [cpu] = cpus()
  const gib = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${gib} GiB, ${type()} ${release()}, Node.js ${process.version}`
}

/** One-minute load average: above the number of cores, something else is being measured too. */
export const busy = (): number => loadavg()[0] ?? 0
