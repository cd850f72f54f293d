import { fork } from 'node:child_process'
import path from 'node:path'
import { buildChanged } from './build.mjs'
import { installPackages } from './install.mjs'

installPackages()
buildChanged('server', 'client')

const root = path.join(import.meta.dirname, '..')
const server = fork(path.join(root, 'dist/server/main.js'), process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  // With an arena for each of its threads, glibc keeps some 8 MB more of freed memory.
  env: { MALLOC_ARENA_MAX: '2', ...process.env },
})
server.on('message', ({ startPage }) => console.log(`\nRapport is ready: ${startPage}\n`))
server.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
}
