import { describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol/session.ts'
import { freshSession } from '../../shared/session/state.ts'
import { statusOf, type Facts } from './status.ts'

const session: Session = {
  epoch: 'e1',
  now: 0,
  readOnly: false,
  storage: 'ok',
  participants: [],
  run: { ...freshSession(), answered: {}, scribed: {}, attended: {} },
}
const facts = (change: Partial<Facts> = {}): Facts => ({
  link: 'open',
  unsaved: 0,
  kept: true,
  onDisk: 0,
  session,
  ended: null,
  blocked: false,
  ...change,
})

describe('the status', () => {
  test('says saved only on an open connection with nothing unsaved', () => {
    expect(statusOf(facts(), 'partner')).toEqual({ kind: 'saved' })
    expect(statusOf(facts({ unsaved: 2 }), 'partner')).toEqual({ kind: 'saving', n: 2 })
    for (const link of ['connecting', 'lost'] as const) {
      expect(statusOf(facts({ link }), 'partner').kind).not.toBe('saved')
    }
  })

  test('tells what is kept in the browser from what would die with the tab', () => {
    const away = { link: 'lost', unsaved: 3, onDisk: 3 } as const
    expect(statusOf(facts(away), 'partner')).toMatchObject({ kind: 'offline', n: 3, more: false })
    // What is on its way to the disk is not there yet.
    const typing = facts({ ...away, onDisk: 2 })
    expect(statusOf(typing, 'partner')).toMatchObject({ kind: 'offline', n: 2, more: true })
    // The server has had some of what was on the disk.
    const sent = facts({ ...away, unsaved: 1 })
    expect(statusOf(sent, 'partner')).toMatchObject({ kind: 'offline', n: 1, more: false })
    expect(statusOf(facts({ ...away, kept: false }), 'partner')).toMatchObject({
      kind: 'tab-only',
      n: 3,
    })
  })

  test('puts an end before the connection, and the connection before the disk', () => {
    const worst = facts({
      link: 'lost',
      unsaved: 1,
      ended: 'removed',
      session: { ...session, storage: 'failing', readOnly: true },
    })
    expect(statusOf(worst, 'partner')).toMatchObject({ kind: 'removed', n: 1 })
    expect(statusOf({ ...worst, ended: null }, 'partner').kind).toBe('offline')
    expect(statusOf({ ...worst, ended: null, link: 'open' }, 'partner').kind).toBe(
      'storage-failing',
    )
  })

  test('is read-only for observers, and for all when the session is', () => {
    expect(statusOf(facts(), 'observer').kind).toBe('read-only')
    const paused = facts({ session: { ...session, readOnly: true } })
    expect(statusOf(paused, 'facilitator').kind).toBe('read-only')
  })
})
