import type { ApiError } from '../session/api.ts'
import { t, tell } from '../words/t.ts'

/** What to say about a call that failed, in one or two sentences. */
export function failureText(error: ApiError): string {
  if (error.status === 0) {
    return t(
      'The server can’t be reached. Nothing you typed is lost; check the network and try again.',
    )
  }
  if (error.status === 429) return t('That was a lot at once. Wait a minute, then try again.')
  const lines = (error.errors ?? []).map(tell)
  return lines.length > 0
    ? lines.join(' ')
    : tell({ ...error, detail: error.detail ?? error.title })
}

/** What to say when something that nobody foresaw failed in this window; the browser's console tells the rest. */
export function unforeseenText(error: unknown): string {
  reportError(error)
  return t('Something went wrong in this window. What is on the board is safe. Try again.')
}

/** What is wrong with one field of a form, if the server named it. */
export function fieldFailure(error: ApiError | undefined, field: string): string | undefined {
  const wrong = error?.errors?.find((item) => item.field?.startsWith(field))
  return wrong && tell(wrong)
}
