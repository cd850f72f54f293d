import { spawn } from 'node:child_process'
import path from 'node:path'
import { installPackages } from './install.mjs'

installPackages()

const root = path.join(import.meta.dirname, '..')
const port = process.env.PORT || '3000'
const relayPort = process.env.RELAY_PORT || '3001'
const startPage = process.env.PUBLIC_URL || `http://localhost:${port}`

const start = (script, args, env) =>
  spawn(process.execPath, [`node_modules/${script}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })

// The pages come from Vite, which passes the rest on; so links and origins are Vite's, not the relay's.
const parts = [
  start('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/main.ts'], {
    PORT: relayPort,
    PUBLIC_URL: startPage,
    ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
  }),
  start('vite/bin/vite.js', ['--port', port, '--strictPort'], { RELAY_PORT: relayPort }),
]

let code = 0
const stop = (signal) => {
  for (const part of parts) part.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'))
for (const part of parts) {
  part.on('exit', (status) => {
    code ||= status ?? 0
    process.exitCode = code
    stop('SIGTERM')
  })
}
