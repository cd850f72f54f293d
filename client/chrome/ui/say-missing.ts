import { t } from '../../words/t.ts'
import { say } from './toasts.tsx'

/** Whether the server has another build of the app than this page, and with it no parts of this one's any more. */
async function isOutdated(): Promise<boolean> {
  const own = [...document.querySelectorAll('script[type=module]')].flatMap(
    (script) => script.getAttribute('src') ?? [],
  )
  const page = await fetch(document.baseURI, { cache: 'no-store' }).then(
    (response) => response.text(),
    () => '',
  )
  // A network's sign-in page is no build of it.
  return page.includes('id="root"') && own.some((address) => !page.includes(address))
}

/** Why a part of the app can't be had, in a sentence, and whether a reload helps. */
export async function whyMissing(): Promise<{ text: string; reload: boolean }> {
  const reload = await isOutdated()
  const text = reload
    ? t('Rapport has been updated. Reload the page to go on with the new version.')
    : t('That part can’t be fetched now. Try again when the server is back.')
  return { text, reload }
}

/** Says that a part of the app can't be had, and offers what helps. */
export async function sayMissing(): Promise<void> {
  const { text, reload } = await whyMissing()
  say({
    text,
    ...(reload && {
      lasting: true,
      action: { label: t('Reload'), run: () => location.reload() },
    }),
  })
}
