import { boardKeys, rootsOf } from '../../../shared/board/layout.ts'
import { limits } from '../../../shared/limits.ts'
import { USER } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useCanEdit, useWorkspace } from './context.ts'
import { EditLine } from './edit-line.tsx'
import styles from './top-bar.module.css'

/** What the board is for, pinned beside its title; a facilitator can change it. */
export function Purpose({ purpose }: { purpose: string }) {
  const { doc, me } = useWorkspace()
  const canEdit = useCanEdit()
  if (me.role !== 'facilitator' || !canEdit) {
    return purpose ? <span className={styles.purpose}>{purpose}</span> : null
  }
  return (
    <EditLine
      label={t('Purpose')}
      value={purpose}
      shown={purpose || t('Add a purpose')}
      maxLength={limits.purpose}
      className={styles.purpose}
      onKeep={(text) => {
        doc.transact(() => rootsOf(doc).board.set(boardKeys.purpose, text), USER)
        return undefined
      }}
    />
  )
}
