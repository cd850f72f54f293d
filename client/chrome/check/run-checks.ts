import * as v from 'valibot'
import { CHECK_SOCKET } from '../../../shared/protocol/check.ts'
import { addressOf } from '../../session/base.ts'
import { t } from '../../words/t.ts'

/** How one check went: well, in a way that one can live with, or not. */
export type Outcome = 'good' | 'fair' | 'bad'

/** One thing that was tried, and what came of it in a sentence. */
export interface Finding {
  what: string
  outcome: Outcome
  said: string
}

const ANSWER_WITHIN_MS = 8_000
/** A clock that is off by less than this disturbs nothing, ms. */
const CLOCK_FAIR = 5_000

const Answer = v.object({ version: v.string(), now: v.number() })

function socket(): Promise<boolean> {
  const address = addressOf(CHECK_SOCKET)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new Promise((resolve) => {
    const ws = new WebSocket(address)
    const timer = setTimeout(() => ws.close(), ANSWER_WITHIN_MS)
    ws.addEventListener('open', () => resolve(true))
    ws.addEventListener('close', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}

interface Asked {
  version: string
  /** ms by which the server's clock is ahead of this computer's */
  ahead: number
  took: number
}

async function ask(): Promise<Asked | undefined> {
  const before = Date.now()
  try {
    const response = await fetch(addressOf('api/check'), {
      method: 'POST',
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    // A captive portal answers too, with a page of its own.
    const parsed = v.safeParse(Answer, await response.json())
    if (!parsed.success) return undefined
    const took = Date.now() - before
    return { version: parsed.output.version, ahead: parsed.output.now - before - took / 2, took }
  } catch {
    return undefined
  }
}

function storage(): Promise<boolean> {
  const name = 'rapport:check'
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        opening.result.close()
        indexedDB.deleteDatabase(name)
        resolve(true)
      }
      opening.onerror = () => resolve(false)
    } catch {
      // Some private windows throw instead of answering.
      resolve(false)
    }
  })
}

/** Whether the browser has what is used everywhere: the youngest of it came with Chrome and Edge 116, Firefox 125 and Safari 17.4. */
const isRecent = (): boolean =>
  'any' in AbortSignal &&
  'Segmenter' in Intl &&
  'DecompressionStream' in globalThis &&
  'roundRect' in CanvasRenderingContext2D.prototype &&
  CSS.supports('selector(:has(a))') &&
  CSS.supports('color', 'color-mix(in oklab, red, blue)')

const clockSaid = (ahead: number): string => {
  const seconds = Math.round(Math.abs(ahead) / 1000)
  if (Math.abs(ahead) < CLOCK_FAIR) return t('This computer’s clock agrees with the server’s.')
  return ahead > 0
    ? t('This computer’s clock is {seconds} s behind the server’s. Timers allow for it.', {
        seconds,
      })
    : t('This computer’s clock is {seconds} s ahead of the server’s. Timers allow for it.', {
        seconds,
      })
}

/** Tries everything that a workshop needs of this browser and network. */
export async function runChecks(): Promise<Finding[]> {
  const [live, asked, keeps] = await Promise.all([socket(), ask(), storage()])
  const copies = typeof navigator.clipboard?.writeText === 'function'
  const find = (what: string, outcome: Outcome, said: string): Finding => ({ what, outcome, said })
  return [
    isRecent()
      ? find(t('Browser'), 'good', t('It can do all that Rapport needs.'))
      : find(
          t('Browser'),
          'bad',
          t(
            'It is too old. Rapport needs Chrome or Edge 116, Firefox 125, Safari 17.4, or a newer one.',
          ),
        ),
    asked
      ? find(
          t('Server'),
          'good',
          t('It answers in {ms} ms. Version {version}.', {
            ms: asked.took,
            version: asked.version,
          }),
        )
      : find(
          t('Server'),
          'bad',
          t(
            'It doesn’t answer as Rapport does. A sign-in page of the network may stand in between.',
          ),
        ),
    live
      ? find(t('Live connection (WebSocket)'), 'good', t('It opens. Changes come and go at once.'))
      : find(
          t('Live connection (WebSocket)'),
          asked ? 'fair' : 'bad',
          t('It is blocked. IT can allow WebSockets to this server.'),
        ),
    asked
      ? find(
          t('Slow connection (HTTP polling)'),
          'good',
          t('It works, and is used by itself where the live connection is blocked.'),
        )
      : find(t('Slow connection (HTTP polling)'), 'bad', t('It doesn’t get through.')),
    keeps
      ? find(
          t('Storage in this browser'),
          'good',
          t('Work is kept here while the network is away.'),
        )
      : find(
          t('Storage in this browser'),
          'fair',
          t(
            'It is switched off, as in some private windows. Work is kept only as long as the tab is open.',
          ),
        ),
    copies
      ? find(t('Clipboard'), 'good', t('Links can be copied with one press.'))
      : find(t('Clipboard'), 'fair', t('Links have to be selected and copied by hand.')),
    ...(asked
      ? [
          find(
            t('Clock'),
            Math.abs(asked.ahead) < CLOCK_FAIR ? 'good' : 'fair',
            clockSaid(asked.ahead),
          ),
        ]
      : []),
  ]
}
