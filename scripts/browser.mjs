import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
]

/** Where the program `name` lies on PATH, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return undefined
}

const onMachine = () =>
  names.map(which).find((file) => file !== undefined) ?? places.find((file) => existsSync(file))

/** Playwright's own Chromium, when it was downloaded before. */
async function ofPlaywright() {
  const require = createRequire(import.meta.url)
  const { chromium } = require('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

/** Runs the machine's apt-get as root; false where that can't be done or fails. */
export function aptInstall(packages, { sudo }) {
  if (packages.length === 0) return true
  if (which('apt-get') === undefined) return false
  const isRoot = process.getuid?.() === 0
  const quiet = { stdio: 'ignore' }
  if (!isRoot && !(sudo && spawnSync('sudo', ['-n', 'true'], quiet).status === 0)) return false
  const prefix = isRoot ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ]
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  }
  console.log(`Installing ${packages.join(', ')} (apt-get) …`)
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
}

/** The path of a Chromium for the browser tests, installed if there is none; undefined when none can be had. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    console.error(`CHROMIUM_PATH names ${given}, which does not exist.`)
    return undefined
  }
  const present = onMachine() ?? (await ofPlaywright())
  if (present) return present
  console.log('No Chromium here: asking Playwright for its own …')
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  })
  const downloaded = await ofPlaywright()
  if (downloaded) return downloaded
  aptInstall(['chromium'], { sudo: true })
  return onMachine()
}
