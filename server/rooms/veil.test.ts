import { expect, test } from 'vitest'
import { BOARD, give, useBoard } from './test-board.ts'
import { until, type Client } from './test-relay.ts'

const board = useBoard({ fay: 'facilitator', asha: 'partner', olu: 'observer' })
const { on } = board
const stateOf = (seen: Client, of: Client) =>
  seen.provider.awareness.getStates().get(of.doc.clientID)

test('hidden cursors and names are in no byte that anybody gets, whoever comes when, and come back', async () => {
  const [fay, asha] = [await on('fay'), await on('asha', 'y-websocket')]
  asha.provider.awareness.setLocalState({
    cursor: [314.5, 1],
    selection: ['a'],
    user: { name: 'asha' },
    name: 'asha',
  })
  fay.provider.awareness.setLocalState({ cursor: [271.5, 1] })
  await until(() => stateOf(fay, asha)?.['cursor'] !== undefined, 'the cursor is seen')
  expect(stateOf(fay, asha)?.['participant']).toMatchObject({ name: 'asha' })

  give(fay, { type: 'hide-cursors', on: true })
  give(fay, { type: 'hide-names', on: true })
  const isVeiled = (seen: Client, of: Client) => {
    const state = stateOf(seen, of)
    return state !== undefined && !('participant' in state) && !('cursor' in state)
  }
  await until(() => isVeiled(fay, asha) && isVeiled(asha, fay), 'both are veiled to each other')
  expect(stateOf(fay, asha)).toEqual({ selection: ['a'], user: {} })

  // Whoever comes now hears every byte from the first on.
  const { frames, socket } = await board.relay.raw(BOARD, 'olu')
  socket.send(Buffer.from([0, 0, 1, 0]))
  asha.provider.awareness.setLocalStateField('selection', ['b'])
  asha.provider.awareness.setLocalStateField('cursor', [555.5, 2])
  const heard = (type: number): string =>
    Buffer.concat(frames.filter((frame) => frame[0] === type)).toString()
  await until(() => heard(1).includes('"b"'), 'the newcomer sees what is selected')
  for (const secret of ['314.5', '271.5', '555.5', 'asha', 'fay', 'org-', 'cursor']) {
    expect(heard(1)).not.toContain(secret)
  }

  give(fay, { type: 'hide-cursors', on: false })
  give(fay, { type: 'hide-names', on: false })
  await until(() => stateOf(fay, asha)?.['cursor'] !== undefined, 'the cursor is back')
  expect(stateOf(fay, asha)?.['participant']).toMatchObject({ name: 'asha' })
})

test('what is hidden stays so over a restart', async () => {
  const fay = await on('fay')
  give(fay, { type: 'hide-names', on: true })
  await until(() => fay.heard.sessions.at(-1)?.run.hideNames === true, 'it is hidden')
  await board.restart()
  const [again, asha] = [await on('fay'), await on('asha')]
  asha.provider.awareness.setLocalState({ selection: ['a'] })
  await until(() => stateOf(again, asha) !== undefined, 'somebody is seen')
  expect(stateOf(again, asha)).toEqual({ selection: ['a'] })
})
