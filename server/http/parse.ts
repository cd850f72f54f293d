import * as v from 'valibot'
import type { Told } from '../../shared/protocol/told.ts'
import { filled, toldBy } from '../../shared/words/told.ts'
import { HttpProblem, type ProblemError } from './problem.ts'

const keyOf = (issue: v.BaseIssue<unknown>): string | undefined => {
  const path = v.getDotPath(issue)
  return path === null || path === '' ? undefined : path
}

// A schema's own sentences are for people; the library's default messages, which all begin alike, are not.
const isOwn = ({ message }: v.BaseIssue<unknown>): boolean => !message.startsWith('Invalid ')

function sentence(issue: v.BaseIssue<unknown>, field: string | undefined): Told {
  // Of the forms that a value may take, the one that has something to say is the one that was meant.
  const own = [issue, ...(issue.issues ?? [])].find(isOwn)
  if (own) return toldBy(own)
  if (field === undefined) return { detail: 'A JSON object is expected.' }
  return issue.input === undefined
    ? filled('“{field}” is missing.', { field })
    : filled('“{field}” is not valid.', { field })
}

/** The body or query as `schema` says, or a 422 whose `errors` name each field. */
export function parse<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const errors = parsed.issues.map((issue): ProblemError => {
    const field = keyOf(issue)
    return { ...(field !== undefined && { field }), ...sentence(issue, field) }
  })
  throw new HttpProblem(422, errors.map(({ detail }) => detail).join(' '), {
    kind: 'invalid',
    errors,
  })
}
