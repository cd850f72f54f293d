import { ArrowRight, Check } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { limits } from '../../../shared/limits.ts'
import type { CreatedBoard, Sector } from '../../../shared/protocol/http.ts'
import { ok } from '../../../shared/result.ts'
import { templates, type TemplateFacts } from '../../../shared/templates/list.ts'
import type { TemplateFile } from '../../../shared/templates/template-file.ts'
import { createBoard, joinBoard, type ApiError } from '../../session/api.ts'
import { boardAddress } from '../../session/base.ts'
import { keepCredentials, keepLinks, keepPerson, lastPerson } from '../../session/credentials.ts'
import { t, tn } from '../../words/t.ts'
import { failureText, fieldFailure } from '../failures.ts'
import { languageNow } from '../look/language.ts'
import { TemplatePicture } from '../look/template-picture.tsx'
import { go } from '../router.ts'
import { asSector, sectorOptions } from '../sectors.ts'
import { TemplateFileField } from '../templates/template-file-field.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Group, inputLook } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { NameField, OrganisationField } from './person-fields.tsx'
import pageStyles from './page.module.css'
import styles from './start.module.css'

/** What stands for the template that a file brought. */
const FILE = 'file'

const factsOf = ({ name, objects }: TemplateFile): TemplateFacts => ({
  id: FILE,
  name,
  group: 'core',
  description: tn(objects.length, 'From your file: one object', 'From your file: {n} objects'),
  gives: [],
})

const inCore = (item: TemplateFacts | undefined): boolean => item?.group === 'core'

/** Makes a board, joins it as its facilitator and goes there. */
export function CreateForm() {
  const [person] = useState(lastPerson)
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState(templates[0]?.id ?? 'blank')
  const [file, setFile] = useState<TemplateFile>()
  const [name, setName] = useState(person?.name ?? '')
  const [organisation, setOrganisation] = useState(person?.organisation ?? '')
  const [sector, setSector] = useState<Sector>(asSector(person?.sector) ?? 'public')
  const [key, setKey] = useState('')
  const [needsKey, setNeedsKey] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const made = useRef<{ as: string; board: CreatedBoard }>(undefined)

  async function create(): Promise<void> {
    const wanted = {
      title,
      template: template === FILE && file ? file : template,
      language: languageNow(),
      organisations: [{ name: organisation, sector }],
    }
    // Whoever could not join the board that was just made joins that one at the next try.
    const known = made.current?.as === JSON.stringify(wanted) ? made.current.board : undefined
    const answer = known ? ok(known) : await createBoard(wanted, key || undefined)
    if (!answer.ok) {
      if (answer.error.status === 401 || answer.error.status === 403) setNeedsKey(true)
      setError(answer.error)
      return
    }
    made.current = { as: JSON.stringify(wanted), board: answer.value }
    const { id, links } = answer.value
    const secret = new URL(links.facilitator).hash.slice(1)
    const joined = await joinBoard(id, { secret, name, organisation })
    if (!joined.ok) {
      setError(joined.error)
      return
    }
    keepPerson({ name, organisation, sector })
    keepLinks(id, links)
    keepCredentials(joined.value)
    go(boardAddress(id))
  }

  const chosen = templates.find(({ id }) => id === template)
  const choice = (item: TemplateFacts) => (
    <label key={item.id} className={styles.template}>
      <input
        type="radio"
        name="template"
        checked={template === item.id}
        onChange={() => setTemplate(item.id)}
      />
      <TemplatePicture id={item.id} />
      <span className={styles.check} aria-hidden>
        <Check size={14} strokeWidth={3} />
      </span>
      <span>
        <span className={styles.name}>{t(item.name)}</span>
        <br />
        <span className={styles.line}>{t(item.description)}</span>
      </span>
    </label>
  )

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    void create().finally(() => setBusy(false))
  }

  return (
    <form className={pageStyles.form} onSubmit={submit}>
      <Field label={t('What is the board about?')} error={fieldFailure(error, 'title')}>
        {(control) => (
          <input
            {...control}
            className={inputLook}
            required
            maxLength={limits.title}
            value={title}
            placeholder={t('Winter discharge partnership')}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>

      <Group label={t('Start from')}>
        <div className={styles.templates}>
          {templates.filter(inCore).map(choice)}
          {file && choice(factsOf(file))}
        </div>
        <details className={styles.more} open={chosen !== undefined && !inCore(chosen)}>
          <summary>{t('More templates, and a whole day')}</summary>
          <div className={styles.templates}>
            {templates.filter((item) => !inCore(item)).map(choice)}
          </div>
        </details>
        <TemplateFileField
          onTemplate={(found) => {
            setFile(found)
            setTemplate(FILE)
          }}
        />
      </Group>

      <div className={pageStyles.row}>
        <NameField value={name} onChange={setName} />
        <OrganisationField
          value={organisation}
          onChange={setOrganisation}
          error={fieldFailure(error, 'organisations')}
        />
      </div>
      <Group label={t('Its sector')}>
        <Segmented options={sectorOptions()} value={sector} onChange={setSector} wrap />
      </Group>
      {needsKey && (
        <Field
          label={t('Key for new boards')}
          help={t('This server asks for a key. Whoever runs it can give you one.')}
        >
          {(control) => (
            <input
              {...control}
              className={inputLook}
              type="password"
              autoComplete="off"
              required
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
          )}
        </Field>
      )}
      {error && (
        <p role="alert" className={pageStyles.alert}>
          {failureText(error)}
        </p>
      )}
      <div>
        <Button type="submit" look="primary" className={pageStyles.submit ?? ''} disabled={busy}>
          {busy ? t('Creating…') : t('Create the board')}
          <ArrowRight size={18} aria-hidden />
        </Button>
      </div>
    </form>
  )
}
