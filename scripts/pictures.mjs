// Draws the pictures of docs/pictures anew from the built server: node scripts/pictures.mjs [folder] [name…]
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const root = path.join(import.meta.dirname, '..')
const [folder = path.join(root, 'docs/pictures'), ...wanted] = process.argv.slice(2)
const PORT = process.env.PICTURES_PORT ?? '3999'
const base = `http://127.0.0.1:${PORT}`

const organisations = [
  ['Northbank Council', 'public', 0, -330],
  ['Riverside NHS Trust', 'public', 470, -210],
  ['Home from Hospital', 'voluntary', 560, 90],
  ['Care at Home Ltd', 'private', 250, 330],
  ['Carers’ Forum', 'community', -250, 330],
  ['Ambulance Service', 'public', -560, 90],
  ['Housing Trust', 'voluntary', -470, -210],
]
// How far each trusts the other: reliability, shared purpose, openness; null: not answered.
const ties = [
  { from: 0, to: 1, one: [3, 4, 3], other: [2, 2, 1] },
  { from: 1, to: 2, one: [4, 4, 4], other: [4, 4, 3] },
  { from: 0, to: 6, one: [3, 3, 3], other: [3, 3, 4] },
  { from: 2, to: 3, one: [2, 2, 2], other: [3, 3, 2] },
  { from: 0, to: 4, one: [2, 3, 2], other: [1, 1, 1] },
  { from: 4, to: 5, one: [4, 3, 4], other: null },
  { from: 3, to: 4, one: ['unknown', 'unknown', 'unknown'], other: [2, 2, 2] },
  { from: 5, to: 6, one: [1, 2, 1], other: [2, 1, 2] },
  { from: 1, to: 3, one: [3, 3, 2], other: [3, 2, 3] },
]
const people = [
  'Amara Okafor',
  'Rhys Morgan',
  'Siân Hughes',
  'Tom Becker',
  'Priya Nair',
  'Joan Ellis',
]

async function post(url, body) {
  const answer = await fetch(`${base}${url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A participant without a browser, with the whole board. */
async function joinAs(board, role, name, organisation) {
  const secret = new URL(board.links[role]).hash.slice(1)
  const { participant } = await post(`/api/boards/${board.id}/join`, { secret, name, organisation })
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${PORT}/sync`, board.id, doc, {
    WebSocketPolyfill: WebSocket,
    protocols: ['y-websocket', `token.${participant.token}`],
    disableBc: true,
  })
  await new Promise((resolve) => {
    provider.on('sync', (isSynced) => isSynced && resolve())
  })
  const leave = () => {
    provider.destroy()
    doc.destroy()
  }
  return { doc, provider, leave }
}

const yMap = (entries) => new Y.Map(Object.entries(entries))

function put(doc, id, type, [x, y], size, fields) {
  const order = `a${String(doc.getMap('objects').size).padStart(4, '0')}1`
  doc.getMap('objects').set(id, yMap({ type, at: [x, y], size, order, ...fields }))
}

/** The partnership's map, with the organisations that the board was made with: people speak for those. */
function drawMap(doc) {
  const objects = doc.getMap('objects')
  const ids = organisations.map(
    ([name]) => [...objects].find(([, map]) => String(map.get('name')) === name)?.[0],
  )
  doc.transact(() => {
    doc.getMap('board').set('purpose', new Y.Text('Nobody waits in hospital for a place to go'))
    for (const [i, [, sector, x, y]] of organisations.entries()) {
      const map = objects.get(ids[i])
      map.set('at', [x - 110, y - 60])
      map.set('size', [220, 120])
      map.set('sector', sector)
    }
    for (const [i, { from, to, one, other }] of ties.entries()) {
      put(doc, `t${i}`, 'relationship', [0, 0], [1, 1], {
        from: ids[from],
        to: ids[to],
        ends: yMap({ from: new Y.Map(), to: new Y.Map() }),
      })
      for (const [end, answers] of Object.entries({ from: one, to: other })) {
        if (!answers) continue
        const [reliability, purpose, openness] = answers
        const at = '2026-11-20T10:00:00.000Z'
        doc.getMap('readings').set(`t${i}.${end}.2026-11-20`, {
          relationship: `t${i}`,
          end,
          at,
          reliability,
          purpose,
          openness,
          source: 'open',
        })
      }
    }
    put(doc, 'aim', 'objective', [0, -110], [300, 170], {
      title: new Y.Text('Home within two days of being fit to leave'),
      publicValue: new Y.Text('People keep their strength, and beds are there for who needs them'),
    })
    put(doc, 'note', 'note', [40, 100], [150, 130], {
      text: new Y.Text('Who phones the family on Friday afternoon?'),
      colour: 'noteBlue',
    })
  })
}

/** Many things: notes in rows, every second one joined to the next. */
function drawMany(doc, count) {
  doc.transact(() => {
    doc.getMap('objects').clear()
    const colours = ['noteYellow', 'noteCoral', 'notePink', 'noteBlue', 'noteGreen', 'noteGrey']
    const across = Math.ceil(Math.sqrt(count * 1.1))
    for (let i = 0; i < count / 1.5; i++) {
      const [x, y] = [(i % across) * 220, Math.floor(i / across) * 200]
      put(doc, `n${i}`, 'note', [x, y], [150, 130], {
        text: new Y.Text(`Idea ${i + 1}: ring the ward before noon`),
        colour: colours[(i * 7) % colours.length],
      })
      if (i % 2 === 0) continue
      put(doc, `c${i}`, 'connector', [0, 0], [1, 1], { from: `n${i - 1}`, to: `n${i}` })
    }
  })
}

function drawFrames(doc) {
  const words = [
    'What matters to people at home',
    'Who does what on a Friday',
    'What we agree today',
  ]
  doc.transact(() => {
    for (const [i, title] of words.entries()) {
      put(doc, `f${i}`, 'frame', [i * 1100, 700], [960, 540], {
        title: new Y.Text(title),
        prompt: new Y.Text('Ten minutes, alone at first'),
      })
      for (let n = 0; n < 4; n++) {
        put(doc, `f${i}n${n}`, 'note', [i * 1100 + 60 + n * 220, 900], [180, 180], {
          text: new Y.Text(['A call on the day', 'One list', 'Keys and heating', 'Food in'][n]),
          frame: `f${i}`,
          colour: ['noteYellow', 'noteGreen', 'noteBlue', 'notePink'][n],
        })
      }
    }
  })
}

/** So many others, each with a pointer somewhere on the map. */
async function crowd(board, count) {
  const others = []
  for (let i = 0; i < count; i++) {
    const name =
      i < people.length ? people[i] : `${people[i % 6].split(' ')[0]} ${'ABCDEFGHIJ'[i % 10]}.`
    const [organisation] = organisations[i % organisations.length]
    const other = await joinAs(board, 'partner', name, organisation)
    const angle = i * 2.4
    const far = 60 + 430 * Math.sqrt((i + 0.5) / count)
    other.provider.awareness.setLocalStateField('cursor', [
      Math.round(1.4 * far * Math.cos(angle)),
      Math.round(0.8 * far * Math.sin(angle)),
    ])
    others.push(other)
  }
  return () => others.forEach((other) => other.leave())
}

const desktop = { width: 1440, height: 900 }
const fit = (page) => page.keyboard.press('Control+1')
const pictures = {
  board: { draw: drawMap, crowd: 5, see: fit },
  'map-dark': { draw: drawMap, theme: 'dark', see: fit },
  'map-contrast': { draw: drawMap, theme: 'contrast', see: fit },
  tie: {
    draw: drawMap,
    see: async (page) => {
      await fit(page)
      await page.mouse.move(940, 330)
      for (let i = 0; i < 8; i++) await page.keyboard.press('Tab')
    },
  },
  tablet: { draw: drawMap, viewport: { width: 1024, height: 768 }, touch: true, see: fit },
  phone: {
    draw: drawMap,
    viewport: { width: 390, height: 844 },
    touch: true,
    ratio: 2,
    see: () => undefined,
  },
  wall: { draw: drawMap, viewport: { width: 3840, height: 2160 }, crowd: 3, see: fit },
  empty: { draw: () => undefined, see: () => undefined },
  crowd: { draw: drawMap, crowd: 50, see: fit },
  'two-hundred': { draw: (doc) => drawMany(doc, 200), see: fit },
  'two-thousand': { draw: (doc) => drawMany(doc, 2000), crowd: 30, see: fit },
  present: {
    draw: drawFrames,
    see: async (page) => {
      await page.keyboard.press('Control+Alt+p')
      await page.getByRole('dialog', { name: 'Presentation' }).waitFor()
    },
  },
}

/** Resolves when what is on screen has come to rest: two pictures a moment apart are the same. */
async function rested(page) {
  let before = ''
  for (let i = 0; i < 20; i++) {
    const now = (await page.screenshot({ animations: 'disabled' })).toString('base64')
    if (now === before) return
    before = now
    await page.waitForTimeout(400)
  }
}

async function take(
  browser,
  name,
  { draw, viewport = desktop, ratio = 1, touch = false, theme = 'light', crowd: many = 0, see },
) {
  const title = 'Winter discharge partnership'
  const board = await post('/api/boards', {
    title,
    template: 'blank',
    organisations: name === 'empty' ? [] : organisations.map(([one]) => one),
  })
  const helper = await joinAs(board, 'facilitator', 'Helper', 'Northbank Council')
  draw(helper.doc)
  const leave = await crowd(board, many)
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: ratio,
    hasTouch: touch,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  await context.addInitScript(
    (chosen) => localStorage.setItem('rapport.theme', JSON.stringify(chosen)),
    theme,
  )
  const page = await context.newPage()
  await page.goto(board.links.facilitator)
  await page.getByLabel('Your name').fill('Amara Okafor')
  const known = page.getByRole('radio', { name: 'Northbank Council' })
  await page.getByRole('button', { name: 'Join the board' }).waitFor()
  if ((await known.count()) > 0) await known.press('Space')
  else await page.getByRole('textbox', { name: 'Your organisation' }).fill('Northbank Council')
  await page.getByRole('button', { name: 'Join the board' }).click()
  const map = page.locator('[role=application]')
  await map.waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^Status: (Saved|Read)/ }).waitFor({ state: 'attached' })
  if (await map.isVisible()) await map.focus()
  await see(page)
  await rested(page)
  const look = process.env.PICTURES_AS === 'png' ? { type: 'png' } : { type: 'jpeg', quality: 82 }
  await page.screenshot({
    path: path.join(folder, `${name}.${look.type === 'png' ? 'png' : 'jpg'}`),
    ...look,
  })
  await context.close()
  leave()
  helper.leave()
  process.stdout.write(`${name}\n`)
}

mkdirSync(folder, { recursive: true })
const data = mkdtempSync(path.join(tmpdir(), 'rapport-pictures-'))
const server = spawn(process.execPath, ['dist/server/main.js'], {
  cwd: root,
  env: {
    ...process.env,
    PORT,
    DATA_DIR: data,
    MAX_JOINS_PER_MINUTE: '10000',
    MAX_CREATES_PER_MINUTE: '1000',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise((resolve, reject) => {
  server.stdout.on('data', (chunk) => String(chunk).includes('listening') && resolve())
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
})
const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})
try {
  for (const [name, picture] of Object.entries(pictures)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(browser, name, picture)
  }
} finally {
  await browser.close()
  server.kill()
  rmSync(data, { recursive: true, force: true })
}
