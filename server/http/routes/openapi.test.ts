import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { bodyOf, startTestServer } from '../test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
})
afterAll(() => server.stop())

type Described = {
  paths: Record<
    string,
    Record<string, { parameters?: { name: string; required: boolean; schema: object }[] }>
  >
}

const read = async (): Promise<Described> =>
  bodyOf<Described>(await server.call('api/openapi.json'))

test('the description of the API is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(await read())).toEqual({ valid: true })
})

test('every described call has its route, with these methods and no others', async () => {
  const { paths } = await read()
  for (const [path, calls] of Object.entries(paths)) {
    const address = `api${path.replace(/\{\w+\}/g, 'none')}`
    const { status, headers } = await server.call(address, { method: 'PUT' })
    expect({ path, status }).toEqual({ path, status: 405 })
    const allowed = (headers.get('allow') ?? '').split(', ').filter((method) => method !== 'HEAD')
    expect({ path, allowed }).toEqual({
      path,
      allowed: Object.keys(calls)
        .map((method) => method.toUpperCase())
        .toSorted(),
    })
  }
})

test('query parameters come from the schema that holds requests', async () => {
  const { paths } = await read()
  const parameters = paths['/boards/{id}/export']?.['get']?.parameters ?? []
  expect(parameters.find(({ name }) => name === 'format')).toMatchObject({
    required: true,
    schema: { enum: expect.arrayContaining(['pdf', 'docx', 'json']) },
  })
})
