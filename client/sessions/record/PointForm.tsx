import { NOTE_TEXT_MAX } from '@consultation/shared/records.ts'
import type { NoteView } from '@consultation/shared/room-view.ts'
import { useState } from 'react'
import type { RefusalError } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Checkbox, TextArea } from '../../ui/Field.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/index.ts'
import { KIND } from './ItemPoints.tsx'
import { type Named, type Source, sameSource } from './sources.ts'

type Typed = { text: string; sources: Source[] }
type Props = {
  /** As it was when the form was opened; null for a new one. */
  note: NoteView | null
  offered: readonly Named[]
  refusal: RefusalError | null
  busy: boolean
  onSave: (typed: Typed, revision: number) => void
  onClose: () => void
}

/** A point while it is written. A colleague's wording meanwhile stands above one's own, and the writer decides. */
export function PointForm({ note, offered, refusal, busy, onSave, onClose }: Props) {
  const t = useWords('record')
  // What others change while somebody types does not change what they type.
  const [seen] = useState(note)
  const [typed, setTyped] = useState<Typed>({ text: note?.text ?? '', sources: note?.sources ?? [] })
  const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as NoteView | undefined) : undefined
  const has = (source: Source) => typed.sources.some((one) => sameSource(one, source))
  const missing = refusal?.errors.find(({ field }) => field === 'text')

  return (
    <form
      className="stack record-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(typed, theirs?.revision ?? seen?.revision ?? 0)
      }}
      noValidate
    >
      {theirs ? (
        <Notice kind="warning" title={t('point_changed_by_other')} role="alert">
          <p className="record-text" dir="auto">
            {theirs.text}
          </p>
          <Actions>
            <Button onClick={onClose}>{t('keep_theirs')}</Button>
          </Actions>
        </Notice>
      ) : (
        !missing && <RefusalNotice refusal={refusal} />
      )}
      <TextArea
        label={t('point_text')}
        error={missing && t(missing.code)}
        rows={4}
        maxLength={NOTE_TEXT_MAX}
        autoFocus
        value={typed.text}
        onChange={(text) => setTyped((now) => ({ ...now, text }))}
      />
      <details open={typed.sources.length > 0}>
        <summary>{t('choose_sources', { count: typed.sources.length })}</summary>
        {offered.length === 0 && <p className="quiet">{t('no_sources')}</p>}
        <fieldset className="plain-set" aria-label={t('choose_sources', { count: typed.sources.length })}>
          {offered.map((source) => (
            <Checkbox
              key={`${source.kind} ${source.id}`}
              label={
                <>
                  <span className="quiet">
                    {t(KIND[source.kind])}
                    {source.by && (
                      <>
                        , <bdi>{source.by}</bdi>
                      </>
                    )}
                    :
                  </span>{' '}
                  <bdi>{source.label}</bdi>
                </>
              }
              checked={has(source)}
              onChange={(checked) =>
                setTyped((now) => ({
                  ...now,
                  sources: checked
                    ? [...now.sources, { kind: source.kind, id: source.id }]
                    : now.sources.filter((one) => !sameSource(one, source)),
                }))
              }
            />
          ))}
        </fieldset>
      </details>
      <Actions>
        <Button kind="filled" type="submit" busy={busy}>
          {t(theirs ? 'save_mine_instead' : 'save_point')}
        </Button>
        <Button onClick={onClose}>{t('leave_point')}</Button>
      </Actions>
    </form>
  )
}
