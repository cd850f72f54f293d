import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { aptInstall, findChromium, which } from './browser.mjs'
import { installPackages } from './install.mjs'
import { readPlaywright, readVitest } from './reports.mjs'

const root = path.join(import.meta.dirname, '..')
const reports = path.join(root, 'test-results')
const total = { passed: 0, failed: 0, skipped: 0 }
const broken = []
const failures = []
const again = []

// A log that is read later is better without the codes of a terminal.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }

/** Runs this Node.js and shows what it prints; true when it ended well. */
function node(args, env = {}) {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...plain, ...env },
  })
  if (error) console.error(error.message)
  return status === 0
}

/** Runs a file of an installed package. */
const run = (script, args, env) => node([`node_modules/${script}`, ...args], env)

function count(name, { passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  if (failed > 0) broken.push(name)
}

/** A step that is one check: it passes or fails as a whole. */
const whole = (start) => (name) => {
  const ok = start()
  count(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
}

const check = (script, ...args) => whole(() => run(script, args))

/** Builds what `npm start` serves, just as it does. */
const buildAll = `import { buildChanged } from './scripts/build.mjs'; buildChanged('server', 'client')`

/** A step whose runner writes a JSON report; a runner that fails without a failed test counts as one failure. */
function suite(name, file, start, read) {
  const report = path.join(reports, file)
  rmSync(report, { force: true })
  const ok = start(report)
  let counts = { passed: 0, failed: 0, skipped: 0, failures: [], again: [] }
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.error(`${name}: no report (${error.message})`)
  }
  const ran = counts.passed + counts.failed > 0
  if ((!ok || !ran) && counts.failed === 0) counts.failed = 1
  count(name, counts)
  failures.push(...counts.failures)
  again.push(...counts.again)
}

const vitest = (name) =>
  suite(
    name,
    'unit.json',
    (report) =>
      run('vitest/vitest.mjs', [
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]),
    readVitest,
  )

async function playwright(name) {
  if (!asked.includes('build') && asked.length > 0) parts.build('build')
  if (broken.includes('build')) {
    console.error('Not run: the build failed, and these tests are about what it makes.')
    return
  }
  const chromium = await findChromium()
  if (chromium === undefined) {
    console.error('The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH.')
    count(name, { passed: 0, failed: 1, skipped: 0 })
    return
  }
  console.log(`Chromium: ${chromium}`)
  suite(
    name,
    'browser.json',
    (report) =>
      run(
        '@playwright/test/cli.js',
        ['test', '--config=e2e/playwright.config.ts', '--reporter=dot,json'],
        { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      ),
    readPlaywright,
  )
}

/** Debian keeps the programs of PostgreSQL's server off the PATH. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  return (
    versions.some((version) => existsSync(path.join(debian, version, 'bin/initdb'))) ||
    which('initdb')
  )
}

const parts = {
  lint: check('oxlint/bin/oxlint'),
  format: check('oxfmt/bin/oxfmt', '--check', '.'),
  types: check('typescript/bin/tsc', '-b'),
  knip: check('knip/bin/knip.js'),
  unit: vitest,
  build: whole(() => node(['--input-type=module', '--eval', buildAll])),
  browser: playwright,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const wanted = Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name))

installPackages()
mkdirSync(reports, { recursive: true })
if (process.getuid?.() === 0 && asked.length === 0) {
  // The programs that open exported files in the tests, and the servers that several nodes share; without them those
  // tests say that they were skipped.
  const packages = {
    pdfinfo: 'poppler-utils',
    qpdf: 'qpdf',
    lowriter: 'libreoffice-writer',
    localc: 'libreoffice-calc',
    'redis-server': 'redis-server',
  }
  const missing = Object.entries(packages).flatMap(([program, name]) =>
    which(program) ? [] : [name],
  )
  if (!hasPostgres()) missing.push('postgresql')
  aptInstall(missing, { sudo: false })
}
for (const [name, part] of wanted) {
  console.log(`\n── ${name} ──`)
  await part(name)
}

if (again.length > 0) console.log(`\nPassed at a later try only:\n${again.join('\n')}`)
if (broken.length > 0) console.log(`\nFailed: ${[broken.join(', '), ...failures].join('\n')}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
