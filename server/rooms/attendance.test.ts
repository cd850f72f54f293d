import { describe, expect, test } from 'vitest'
import { awarenessFrame } from './frames.ts'
import { useBoard } from './test-board.ts'
import { noticesOf, until } from './test-relay.ts'

const board = useBoard(
  { asha: 'partner', ben: 'partner', olu: 'observer' },
  { limits: { unloadAfter: 20 } },
)

describe('presence', () => {
  test('is stamped by the server, coalesced to the newest, and goes when its owner does', async () => {
    const asha = board.relay.client('b1', 'asha')
    const ben = board.relay.client('b1', 'ben', { dialect: 'y-websocket' })
    await Promise.all([asha.synced(), ben.synced()])
    const ofAsha = (): Record<string, unknown> | undefined =>
      ben.provider.awareness.states.get(asha.doc.clientID)
    asha.provider.awareness.setLocalState({
      participant: { id: 'x', name: 'The Mayor' },
      user: { name: 'The Mayor', role: 'facilitator', color: '#700' },
      organisation: 'The City',
      cursor: [1, 1],
    })
    for (let i = 0; i < 20; i += 1) asha.provider.awareness.setLocalStateField('cursor', [i, i])
    await until(() => JSON.stringify(ofAsha()?.['cursor']) === '[19,19]', 'the newest cursor')
    expect(ofAsha()?.['participant']).toEqual({
      id: 'b1-asha',
      name: 'asha',
      role: 'partner',
      organisation: 'org-asha',
    })
    expect(ofAsha()).toMatchObject({
      user: { name: 'asha', role: 'partner', color: '#700' },
      organisation: 'org-asha',
    })
    asha.provider.destroy()
    await until(() => ofAsha() === undefined, 'asha’s presence is gone')
  })

  test('of somebody else is ignored', async () => {
    const asha = board.relay.client('b1', 'asha')
    asha.provider.awareness.setLocalState({ cursor: [1, 1] })
    const olu = board.relay.client('b1', 'olu')
    await Promise.all([asha.synced(), olu.synced()])
    await until(() => olu.provider.awareness.states.has(asha.doc.clientID), 'olu sees asha')
    const ben = await board.relay.raw('b1', 'ben')
    ben.socket.send(
      awarenessFrame([{ clientId: asha.doc.clientID, clock: 99, state: '{"cursor":[6,6]}' }]),
    )
    ben.socket.send(awarenessFrame([{ clientId: 4, clock: 1, state: '{"cursor":[4,4]}' }]))
    await until(() => olu.provider.awareness.states.has(4), 'olu sees ben')
    expect(olu.provider.awareness.states.get(asha.doc.clientID)?.['cursor']).toEqual([1, 1])
  })
})

describe('the session', () => {
  test('tells who is here, as they come and go', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    const isOnline = (name: string): boolean | undefined =>
      asha.heard.sessions.at(-1)?.participants.find((p) => p.name === name)?.online
    await until(() => isOnline('asha') === true && isOnline('ben') === false, 'asha alone')
    const ben = board.relay.client('b1', 'ben')
    await until(() => isOnline('ben') === true, 'ben is here')
    ben.provider.destroy()
    await until(() => isOnline('ben') === false, 'ben has left')
    expect(asha.heard.sessions.at(-1)).toMatchObject({
      epoch: 'e1',
      readOnly: false,
      storage: 'ok',
    })
  })

  test('a removed participant and a revoked link are cut off, and can’t come back', async () => {
    const asha = board.relay.client('b1', 'asha')
    const olu = board.relay.client('b1', 'olu')
    const ben = board.relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced(), olu.synced()])
    await board.relay.store.removeParticipant('b1', 'b1-ben', Date.now())
    await board.relay.rooms.refresh('b1')
    await until(() => noticesOf(ben).includes('removed') && !ben.provider.wsconnected, 'ben is out')
    await board.relay.store.revokeLink('b1', 'b1-observer', Date.now())
    board.relay.rooms.disconnect('b1', { link: 'b1-observer' }, 'unauthorised')
    await until(() => noticesOf(olu).includes('removed') && !olu.provider.wsconnected, 'olu is out')
    expect(await board.relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-ben'])).toBe(401)
    expect(await board.relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-olu'])).toBe(401)
    await until(
      () => asha.heard.sessions.at(-1)?.participants.length === 2,
      'the session forgot ben',
    )
    expect(asha.provider.wsconnected).toBe(true)
  })

  test('a deleted board closes everyone’s connection for good', async () => {
    const { closed } = await board.relay.raw('b1', 'asha')
    await board.relay.store.remove('b1')
    board.relay.rooms.disconnect('b1', 'all', 'gone')
    expect(await closed).toBe(4410)
    expect(await board.relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-asha'])).toBe(401)
  })
})
