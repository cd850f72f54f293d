import { EyeOff } from 'lucide-react'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import options from '../tool-options/tool-options.module.css'

/** Beside the tool for assumptions: the way to add one that can't be traced to who wrote it. */
export function NamelessOffer() {
  const { ui } = useWorkspace()
  return (
    <div role="group" aria-label={t('Assumption options')} className={options.panel}>
      <Button
        icon={EyeOff}
        look="primary"
        onClick={() => ui.setState({ dialog: 'assume', tool: 'select' })}
      >
        {t('Add it without my name')}
      </Button>
    </div>
  )
}
