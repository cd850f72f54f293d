import { t } from '../../words/t.ts'
import { go, startPath } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { ProblemPage } from './problem.tsx'

/** Shown to who opens a board's address without a link's secret and without having joined here before. */
export function NoLinkPage() {
  return (
    <ProblemPage
      title={t('You need a link to this board')}
      happened={t(
        'This address has no invitation in it, and this browser hasn’t been on the board before. The part of a link after # is the invitation.',
      )}
      safe={t(
        'Nothing was changed. Ask the facilitator for a link, or scan the code on the big screen.',
      )}
    >
      <div>
        <Button onClick={() => go(startPath())}>{t('Go to the start page')}</Button>
      </div>
    </ProblemPage>
  )
}
