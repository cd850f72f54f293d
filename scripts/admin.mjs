import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildChanged } from './build.mjs'
import { installPackages } from './install.mjs'

installPackages()
buildChanged('server')

const root = path.join(import.meta.dirname, '..')
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'dist/server/admin.js'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 1)
