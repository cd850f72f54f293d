import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = path.join(import.meta.dirname, '..')

/** What each half is built from, and the file that must be there afterwards. */
const halves = {
  server: {
    sources: ['server', 'shared', 'tsconfig.base.json', 'package-lock.json'],
    result: 'dist/server/main.js',
    build: () => run('typescript/bin/tsc', '-b', 'server'),
  },
  client: {
    sources: ['client', 'shared', 'tsconfig.base.json', 'vite.config.ts', 'package-lock.json'],
    result: 'dist/client/index.html',
    build: () => {
      run('vite/bin/vite.js', 'build', '--logLevel', 'warn')
      compress(path.join(root, 'dist/client'))
    },
  },
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status === 0) return
  console.error('The build failed; its own message stands above.')
  process.exit(1)
}

/** Puts a Brotli and a gzip copy beside each file that gets smaller by it, so that the server need not compress. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (!/\.(js|css|svg|json|txt)$/.test(name) || statSync(file).size < 1_000) continue
    const bytes = readFileSync(file)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
    writeFileSync(`${file}.gz`, gzipSync(bytes))
  }
}

const isSource = (file) => !/\.test\.tsx?$|\.tsbuildinfo$/.test(file)

function filesOf(source) {
  const full = path.join(root, source)
  if (!statSync(full).isDirectory()) return [source]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

function hashOf(sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Builds the named halves (`server`, `client`) whose sources differ from those of their last build; ends the process when that fails. */
export function buildChanged(...names) {
  for (const name of names) {
    const { sources, result, build } = halves[name]
    const stamp = path.join(root, `dist/${name}.sources`)
    const hash = hashOf(sources)
    const isBuilt =
      existsSync(path.join(root, result)) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === hash
    if (isBuilt) continue
    console.log(`Building the ${name} …`)
    build()
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
  }
}
