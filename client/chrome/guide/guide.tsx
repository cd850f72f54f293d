import { useState } from 'react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { stationsOf } from '../../../shared/templates/build.ts'
import { templates } from '../../../shared/templates/list.ts'
import { toolOf } from '../../tools/list.ts'
import { t } from '../../words/t.ts'
import { languageNow, languages } from '../look/language.ts'
import { useBoard, useUi, useWorkspace } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'
import { useStages } from '../facilitation/use-stages.ts'
import { useView } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import styles from './guide.module.css'
import { further, helpWith, type HelpText } from './texts.ts'

function Text({ title, text }: HelpText) {
  return (
    <div className={styles.text}>
      <h4>{t(title)}</h4>
      <p>{t(text)}</p>
    </div>
  )
}

/** Help with what is on screen: the tool, what is selected, the panel, the question. */
function useHere(): HelpText[] {
  const view = useView()
  const { board } = useWorkspace()
  const { tool: id, selection, panel } = useUi((state) => state)
  const round = roundUnderWay(useRun())
  const tool = toolOf(id)
  const selected = selection.size === 1 ? board.object([...selection][0] ?? '') : undefined
  const parts = [
    round && 'round',
    panel,
    selected && (selected.type === 'relationship' ? 'relationship' : 'details'),
    view,
  ]
  const texts = parts.flatMap((part) => (part && helpWith[part]) || [])
  return tool.edits && view === 'map' ? [{ title: tool.label, text: tool.help }, ...texts] : texts
}

/** The steps of a template: how each is run, and what good looks like. */
function Steps({ template }: { template: string }) {
  return (
    <ol className={styles.steps}>
      {stationsOf(template, languageNow()).map(({ title, question, minutes, how, good }) => (
        <li key={title}>
          <h4>{t('{stage} · {minutes} min', { stage: title, minutes })}</h4>
          <p className={styles.question}>{question}</p>
          <p>{how}</p>
          <p className={styles.good}>
            <strong>{t('Good looks like')}</strong> {good}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** How the present stage is run, where the board's template knows it. */
function Stage({ template }: { template: string }) {
  const { stages, index } = useStages()
  const stage = stages[index]
  if (!stage) return <Text {...helpWith['noStage']!} />
  // A board keeps the language in which it was made, whoever reads it.
  const step = languages
    .map(({ id }) => stationsOf(template, id).findIndex(({ title }) => title === stage.title))
    .find((i) => i >= 0)
  const station = step === undefined ? undefined : stationsOf(template, languageNow())[step]
  return (
    <div className={styles.text}>
      <h4>{stage.title || t('Untitled stage')}</h4>
      {stage.prompt && <p className={styles.question}>{stage.prompt}</p>}
      {station && <p>{station.how}</p>}
    </div>
  )
}

/** Help with what is in front of the person, how each workshop is run, and what people ask now and then. */
export function Guide({ onClose }: { onClose(): void }) {
  const { ui } = useWorkspace()
  const own = useBoard((board) => board.fact(boardKeys.template))
  const here = useHere()
  const led = templates.filter(({ id }) => stationsOf(id).length > 0)
  const [template, setTemplate] = useState(
    led.some(({ id }) => id === own) ? own : (led[0]?.id ?? ''),
  )
  const facts = led.find(({ id }) => id === template)
  return (
    <Dialog title={t('Help')} onClose={onClose} wide>
      <div className={styles.guide}>
        <section aria-labelledby="guide-here">
          <h3 id="guide-here">{t('Here and now')}</h3>
          <Stage template={own} />
          {here.map((text) => (
            <Text key={text.title} {...text} />
          ))}
        </section>
        <section aria-labelledby="guide-further">
          <h3 id="guide-further">{t('Good to know')}</h3>
          {further.map((text) => (
            <Text key={text.title} {...text} />
          ))}
          <Button onClick={() => ui.setState({ dialog: 'help' })}>{t('Keyboard shortcuts')}</Button>
        </section>
        <section aria-labelledby="guide-workshop" className={styles.workshop}>
          <h3 id="guide-workshop">{t('How a workshop is run')}</h3>
          <Field label={t('Template')} help={facts && t(facts.description)}>
            {(control) => (
              <select
                {...control}
                className={inputLook}
                value={template}
                onChange={(event) => setTemplate(event.target.value)}
              >
                {led.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {t(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Steps template={template} />
        </section>
      </div>
    </Dialog>
  )
}
