import { boardKeys, rootsOf } from '../../../shared/board/layout.ts'
import { markingLine, readMarking } from '../../../shared/board/marking.ts'
import { plain } from '../../../shared/board/object.ts'
import { t } from '../../words/t.ts'
import { useBoard, useWorkspace } from './context.ts'
import styles from './marking.module.css'

/** The line that says how the board is to be handled, as at the top and bottom of every page; empty while it bears no marking. */
export function useMarkingLine(): string {
  const { doc } = useWorkspace()
  return useBoard(() => markingLine(readMarking(plain(rootsOf(doc).board.get(boardKeys.marking)))))
}

/** The board's marking in plain sight, for every role; nothing while it bears none. */
export function Marking({ className }: { className?: string | undefined }) {
  const line = useMarkingLine()
  if (line === '') return null
  return (
    <section className={`${styles.marking} ${className ?? ''}`} aria-label={t('Marking')}>
      {line}
    </section>
  )
}
