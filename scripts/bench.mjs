import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findChromium } from './browser.mjs'
import { buildChanged } from './build.mjs'
import { installPackages } from './install.mjs'

const root = path.join(import.meta.dirname, '..')
const [name = '', ...args] = process.argv.slice(2)
const run = (command, env = {}) =>
  spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  }).status

const benches = {
  relay() {
    const built = run(['node_modules/typescript/bin/tsc', '-b', 'server'])
    return built === 0 ? run(['--import', 'tsx', 'bench/relay.ts', ...args]) : 1
  },
  async canvas() {
    const chromium = await findChromium()
    if (chromium === undefined) {
      console.error('The canvases need a Chromium: install one, or name it in CHROMIUM_PATH.')
      return 1
    }
    buildChanged('server', 'client')
    return run(['--import', 'tsx', 'bench/canvas.ts', ...args], { CHROMIUM_PATH: chromium })
  },
}
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--help]`)
  process.exit(2)
}

installPackages()
process.exit((await bench()) ?? 1)
