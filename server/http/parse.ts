import * as v from 'valibot'
import { HttpProblem, type ProblemError } from './problem.ts'

const keyOf = (issue: v.BaseIssue<unknown>): string | undefined => {
  const path = v.getDotPath(issue)
  return path === null || path === '' ? undefined : path
}

// A schema's own sentences are for people; the library's default messages, which all begin alike, are not.
const isOwn = ({ message }: v.BaseIssue<unknown>): boolean => !message.startsWith('Invalid ')

function sentence(issue: v.BaseIssue<unknown>, field: string | undefined): string {
  // Of the forms that a value may take, the one that has something to say is the one that was meant.
  const own = [issue, ...(issue.issues ?? [])].find(isOwn)
  if (own) return own.message
  if (field === undefined) return 'A JSON object is expected.'
  return issue.input === undefined ? `“${field}” is missing.` : `“${field}” is not valid.`
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
    return { ...(field !== undefined && { field }), detail: sentence(issue, field) }
  })
  throw new HttpProblem(422, errors.map(({ detail }) => detail).join(' '), {
    kind: 'invalid',
    errors,
  })
}
