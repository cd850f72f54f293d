import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** What a process has used so far, as Linux tells it; undefined where there is no /proc. */
export interface Usage {
  /** CPU seconds of all its threads */
  cpu: number
  /** resident memory, MiB: now and at its highest */
  memory: number
  peak: number
}

/** Reads the usage of process `pid`. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The program's name, in brackets, may hold spaces: the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    const kib = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      memory: kib('VmRSS') / 1024,
      peak: kib('VmHWM') / 1024,
    }
  } catch {
    return undefined
  }
}
