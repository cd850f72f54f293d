import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { TemplateFile } from '../../../shared/templates/template-file.ts'
import { t, tell } from '../../words/t.ts'
import { whyMissing } from '../ui/say-missing.ts'
import styles from './templates.module.css'

/** Largest file that is read as a template, bytes: the server takes no more. */
const MOST_BYTES = 900_000

/** What the file holds as a template, or a sentence that says why it is none. */
async function read(file: File): Promise<TemplateFile | string> {
  if (file.size > MOST_BYTES) return t('It is larger than {n} MB.', { n: MOST_BYTES / 1_000_000 })
  const code = await import('../../../shared/templates/template-file.ts').catch(() => undefined)
  if (!code) return (await whyMissing()).text
  try {
    const template = code.readTemplate(JSON.parse(await file.text()))
    return template.ok ? template.value : tell(template.error)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return t('This is no JSON file.')
  }
}

/** Takes a template from a file. */
export function TemplateFileField({ onTemplate }: { onTemplate(template: TemplateFile): void }) {
  const [fault, setFault] = useState<{ name: string; detail: string }>()
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const found = await read(file)
    if (typeof found === 'string') {
      setFault({ name: file.name, detail: found })
      return
    }
    setFault(undefined)
    onTemplate(found)
  }
  return (
    <div className={styles.file}>
      <label className={styles.choose}>
        <FileUp size={18} strokeWidth={1.75} aria-hidden />
        {t('A template from a file…')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file, put right, can be chosen again.
            event.target.value = ''
          }}
        />
      </label>
      {fault && (
        <p role="alert" className={styles.fault}>
          {t('{name} can’t be used. {detail}', fault)}
        </p>
      )}
    </div>
  )
}
