import { useEffect, useState } from 'react'
import { createUi } from '../../model/ui.ts'
import { keepRecent, type Credentials } from '../../session/credentials.ts'
import { openBoard, type OpenBoard } from '../../session/open.ts'
import { t } from '../../words/t.ts'
import { themeStore } from '../look/theme.ts'
import { Board } from './board.tsx'
import styles from './board.module.css'
import { OpenProvider } from './context.ts'
import { Ended } from './ended.tsx'

/** Opens the board for as long as it is on screen. */
export function BoardPage({ credentials }: { credentials: Credentials }) {
  const [open, setOpen] = useState<OpenBoard>()
  useEffect(() => {
    let left = false
    let opened: OpenBoard | undefined
    const ui = createUi(themeStore.getState().theme)
    const stopTheme = themeStore.subscribe(({ theme }) => ui.setState({ theme }))
    keepRecent(credentials)
    void openBoard(credentials, ui).then((board) => {
      opened = board
      if (left) board.close()
      else setOpen(board)
    })
    return () => {
      left = true
      stopTheme()
      setOpen(undefined)
      opened?.close()
    }
  }, [credentials])

  if (!open)
    return <div className={styles.opening} role="status" aria-label={t('Opening the board')} />
  return (
    <OpenProvider value={open}>
      <Board />
      <Ended />
    </OpenProvider>
  )
}
