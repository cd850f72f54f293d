import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { createBoard, joinByHttp, type Board } from '../e2e/board.ts'
import { ServerProcess } from '../e2e/server.ts'
import { colour } from '../shared/look/palette.ts'
import type { EditorsPlan } from './canvas-editors.ts'
import type { Place } from './canvas-input.ts'
import type { Sign } from './canvas-meter.ts'
import { boxId, sceneAsBoard, type Scene } from './canvas-scene.ts'
import { rest, VIEWPORT, type CanvasTarget, type Opened } from './canvas-target.ts'

const EDITORS = 20
const middle: Place = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 }

const own: Sign = {
  selector: '[role="application"] canvas',
  isCanvas: true,
  ready: '[role="toolbar"][aria-label="Tools"]',
}

/** Where the hub is on the map's canvas, by its colour, which no other box has; waits until it is painted crisply. */
async function findHub(page: Page): Promise<Place> {
  const found = await page.waitForFunction(
    (pink) => {
      const canvas = document.querySelector<HTMLCanvasElement>('[role="application"] canvas')
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return undefined
      const { width, height } = canvas
      const values = context.getImageData(0, 0, width, height).data
      const wanted = [1, 3, 5].map((at) => Number.parseInt(pink.slice(at, at + 2), 16))
      let [left, right, top, bottom] = [width, -1, height, -1]
      for (let at = 0, index = 0; at < values.length; at += 4, index++) {
        if (wanted.some((value, part) => values[at + part] !== value)) continue
        const [x, y] = [index % width, Math.floor(index / width)]
        ;[left, right] = [Math.min(left, x), Math.max(right, x)]
        ;[top, bottom] = [Math.min(top, y), Math.max(bottom, y)]
      }
      if (right < 0) return undefined
      const box = canvas.getBoundingClientRect()
      return {
        x: box.x + (left + right + 1) / 2,
        y: box.y + (top + bottom + 1) / 2,
      }
    },
    colour('notePink', 'light'),
    { polling: 100, timeout: 10_000 },
  )
  const place = await found.jsonValue()
  if (!place) throw new Error('the hub is not on screen')
  return place
}

const seatOf = (board: Board, token: string): EditorsPlan['seats'][number] => ({
  path: `/sync/${board.id}`,
  protocols: ['y-websocket', `token.${token}`],
  envelope: null,
  token: false,
})

/** Starts the remote editors, who wait for `go`. */
async function startEditors(plan: EditorsPlan): Promise<{
  say(word: 'go' | 'stop'): Promise<void>
  end(): Promise<void>
}> {
  const script = path.join(import.meta.dirname, 'canvas-editors.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  const say = async (line: string): Promise<void> => {
    child.stdin.write(`${line}\n`)
    const { done } = await answers.next()
    if (done) throw new Error('the remote editors have ended')
  }
  await say(JSON.stringify(plan))
  return {
    say,
    end: async () => {
      child.stdin.end()
      await exited
    },
  }
}

async function openRapport(scene: Scene): Promise<Opened> {
  const server = await ServerProcess.launch()
  const organisation = 'Northbank Council'
  const board = await createBoard(server, { organisations: [] })
  const { participant, board: facts } = await joinByHttp(
    server,
    board,
    'facilitator',
    'Amara Okafor',
    organisation,
  )
  const address = `${server.url}api/boards/${board.id}`
  const authorization = `Bearer ${participant.token}`
  const imported = await fetch(`${address}/import?format=json`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    body: JSON.stringify(sceneAsBoard(scene)),
  })
  if (!imported.ok) throw new Error(`import: ${imported.status} ${await imported.text()}`)
  const places = async (): Promise<readonly [number, number][]> => {
    const answer = await fetch(`${address}/export?format=json`, { headers: { authorization } })
    if (!answer.ok) throw new Error(`export: ${answer.status} ${await answer.text()}`)
    const { objects } = (await answer.json()) as {
      objects: Record<string, { at: [number, number] } | undefined>
    }
    return [0, scene.hub].map((index) => objects[boxId(index)]?.at ?? [NaN, NaN])
  }
  const [shift = [0, 0]] = await places()
  const seats = await Promise.all(
    Array.from({ length: EDITORS }, async (_, index) => {
      const joined = await joinByHttp(server, board, 'partner', `Editor ${index}`, organisation)
      return seatOf(board, joined.participant.token)
    }),
  )
  const editors = await startEditors({
    port: Number(new URL(server.url).port),
    seats,
    boxes: scene.boxes.length,
    shift,
  })
  const map = (page: Page) => page.locator('[role="application"]')
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    await map(page).focus()
    for (const key of keys) {
      await map(page).press(key)
      await rest(page)
    }
  }
  return {
    url: `${server.url}b/${board.id}`,
    sign: own,
    prepare: `if (location.origin !== 'null') localStorage.setItem(${JSON.stringify(`rapport.board.${board.id}`)}, ${JSON.stringify(
      JSON.stringify({ board: facts, participant }),
    )})`,
    fit: (page) => press(page, 'Escape', '1'),
    async view(page, mouse, scale) {
      await press(page, 'Escape', '1', '0')
      const at = await findHub(page)
      // The zoom that the wheel makes, in the steps that it takes at most.
      let units = -100 * Math.log(scale)
      for (; Math.abs(units) > 0.01; units -= Math.sign(units) * Math.min(20, Math.abs(units)))
        await mouse.wheel(at, 0, Math.sign(units) * Math.min(20, Math.abs(units)), true)
      await mouse.wheel(at, at.x - middle.x, at.y - middle.y)
      await rest(page)
    },
    hub: findHub,
    async hubX() {
      const [, at = [NaN, NaN]] = await places()
      return at[0]
    },
    async selected(page) {
      const said = await map(page)
        .getByText(/ objects selected$/)
        .textContent()
      return Number.parseInt(said ?? '0', 10)
    },
    play: () => editors.say('go'),
    stop: () => editors.say('stop'),
    async close() {
      await editors.end()
      await server.remove()
    },
  }
}

/** This board, on a server of its own with a disk of its own. */
export const rapport: CanvasTarget = {
  name: 'Rapport',
  zoom: { units: 100, linear: false },
  open: openRapport,
}
