import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { installPackages } from './install.mjs'

const root = path.join(import.meta.dirname, '..')
const benches = { relay: 'bench/relay.ts' }
const [name = '', ...args] = process.argv.slice(2)
const script = benches[name]
if (script === undefined) {
  console.error(
    `usage: npm run bench -- ${Object.keys(benches).join('|')} [--full] [--only server,…]`,
  )
  process.exit(2)
}

installPackages()
const run = (...command) =>
  spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    .status
const built = run('node_modules/typescript/bin/tsc', '-b', 'server')
process.exit(built === 0 ? run('--import', 'tsx', script, ...args) : 1)
