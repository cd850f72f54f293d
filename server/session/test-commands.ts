import { encodeJson } from '../../shared/protocol/messages.ts'
import type { ResultMessage } from '../../shared/protocol/session.ts'
import { until, type Client } from '../rooms/test-relay.ts'

let commands = 0

/** Sends something as a command, and waits for its answer. */
export async function send({ provider, heard }: Client, body: object): Promise<ResultMessage> {
  commands += 1
  const id = `c${commands}`
  provider.ws?.send(encodeJson(102, { id, ...body }))
  const find = () => heard.results.find((result) => 'id' in result && result.id === id)
  await until(() => find() !== undefined, `an answer to ${JSON.stringify(body)}`)
  return find() as ResultMessage
}

/** Sends a command that must be carried out; what it was answered with. */
export async function done(client: Client, command: object): Promise<unknown> {
  const result = await send(client, command)
  if (!('ok' in result)) throw new Error(JSON.stringify(result))
  return result.ok
}
