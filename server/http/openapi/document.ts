import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { Problem } from '../../../shared/protocol/http.ts'
import { apiCalls, type ApiCall } from './calls.ts'

type Json = Record<string, unknown>

/** What may be sent, or is answered, as JSON Schema; checks that have no word there are left to the server. */
const schemaOf = (schema: v.GenericSchema, typeMode: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
    target: 'draft-2020-12',
  })
  return rest
}

const contentOf = (body: v.GenericSchema | readonly string[], typeMode: 'input' | 'output'): Json =>
  'type' in body
    ? { 'application/json': { schema: schemaOf(body, typeMode) } }
    : Object.fromEntries(body.map((type) => [type, {}]))

const QueryShape = v.object({
  properties: v.record(v.string(), v.unknown()),
  required: v.array(v.string()),
})

const parametersOf = ({ path, query }: ApiCall): Json[] => {
  const { properties, required } = query
    ? v.parse(QueryShape, schemaOf(query, 'input'))
    : { properties: {}, required: [] }
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
  ]
}

const security: Record<ApiCall['who'], Json[] | undefined> = {
  anyone: undefined,
  link: undefined,
  'create-key': [{ createKey: [] }, {}],
  participant: [{ token: [] }],
  editor: [{ token: [] }],
  facilitator: [{ token: [] }],
}

const whoMay: Record<ApiCall['who'], string> = {
  anyone: 'For anyone.',
  link: 'For the holder of a link, whose secret is in the body.',
  'create-key': 'For anyone, or with the operator’s key where the server asks for it.',
  participant: 'For participants of every role.',
  editor: 'For facilitators and partners.',
  facilitator: 'For facilitators.',
}

const operationOf = (call: ApiCall): Json => {
  const { summary, who, body, gives } = call
  const parameters = parametersOf(call)
  const secured = security[who]
  return {
    summary,
    description: whoMay[who],
    ...(parameters.length > 0 && { parameters }),
    ...(secured && { security: secured }),
    ...(body && { requestBody: { required: true, content: contentOf(body, 'input') } }),
    responses: {
      [gives.status]: {
        description: 'Done',
        ...(gives.body && { content: contentOf(gives.body, 'output') }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The description of the HTTP API as an OpenAPI 3.1 document, composed from the schemas that requests are held against; `base` is the path that leads to the API. */
export function openApiDocument(version: string, base: string): Json {
  const paths: Record<string, Json> = {}
  for (const call of apiCalls) {
    const path = call.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [call.method]: operationOf(call) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version,
      description:
        'A live whiteboard on which several organisations map relationships, trust and shared objectives.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A participant’s token' },
        createKey: { type: 'http', scheme: 'bearer', description: 'The operator’s CREATE_KEY' },
      },
      responses: {
        Problem: {
          description: 'Problem details (RFC 9457)',
          content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
        },
      },
    },
  }
}
