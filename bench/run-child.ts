import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { onCore } from './targets.ts'

/** Runs a script of this folder on the load generator's core: `plan` goes in as JSON, what it says comes out. */
export async function runChild<Answer>(script: string, plan: unknown): Promise<Answer> {
  const file = path.join(import.meta.dirname, script)
  const [command, args] = onCore(1, [process.execPath, '--import', 'tsx', file])
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  child.stdin.end(JSON.stringify(plan))
  const said = await text(child.stdout)
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`the load generator ended with ${code}`)
  return JSON.parse(said) as Answer
}
