import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { circulateList, type ListView, readList } from '@consultation/shared/question-lists.ts'
import { ATTRIBUTIONS } from '@consultation/shared/rules/attribution.ts'
import { missingTexts } from '@consultation/shared/rules/wording.ts'
import { useState } from 'react'
import { go, Link } from '../../navigation.tsx'
import { useDelegations } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/Field.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { DeadlineWarnings } from './DeadlineWarnings.tsx'
import { fieldPlace } from './field-place.ts'
import { ATTRIBUTION } from './TermsPart.tsx'

/** The last look before everybody has it: to how many, by when, what cannot be changed any more, in which languages. */
export function CirculateDialog({ list, open, onClose }: { list: ListView; open: boolean; onClose: () => void }) {
  const t = useWords('staff')
  return (
    <Dialog open={open} title={t('circulate_title')} onClose={onClose} wide>
      <Review list={list} onClose={onClose} />
    </Dialog>
  )
}

function Review({ list, onClose }: { list: ListView; onClose: () => void }) {
  const t = useWords('staff')
  const { sorted } = useDelegations()
  const { send, status, refusal } = useCall(circulateList)
  const [waived, setWaived] = useState<Language[]>([])
  const incomplete = LANGUAGES.filter((language) => missingTexts(list, [language]).length > 0)
  const questions = list.sections.flatMap((section) => section.questions).length
  const addressed = list.addresseeIds ?? []
  const left = sorted.filter(({ id, kind }) => kind !== 'entity' && !addressed.includes(id)).length
  const unwaived = incomplete.filter((language) => !waived.includes(language))

  const field = refusal?.field
  // The languages are chosen here, just above.
  const place = field && field !== 'withoutLanguages' ? fieldPlace(list, field) : null

  async function circulate() {
    const reply = await send({
      params: { listId: list.id },
      body: { revision: list.revision, withoutLanguages: incomplete.filter((language) => waived.includes(language)) },
    })
    if (!reply) return
    renew(readList, { params: { listId: list.id } }, reply)
    tell(t('is_circulated', { count: addressed.length }))
    go({ to: '/lists/:listId', params: { listId: list.id } })
  }

  return (
    <div className="stack">
      <dl className="circulate-facts">
        <dt>{t('circulate_to')}</dt>
        <dd>
          {t('delegations_count', { count: addressed.length })}
          {left > 0 && <> ({t('left_out_count', { count: left })})</>}
        </dd>
        <dt>{t('list_deadline')}</dt>
        <dd>
          {list.closesAt ? (
            <>
              <When at={list.closesAt} weekday />
              <DeadlineWarnings closesAt={list.closesAt} />
            </>
          ) : (
            t('not_set')
          )}
        </dd>
        <dt>{t('late_answers')}</dt>
        <dd>{t(list.lateAnswers === 'marked' ? 'late_marked' : 'late_refused')}</dd>
        <dt>{t('audience')}</dt>
        <dd>{t(list.audience === 'participants' ? 'audience_participants' : 'audience_secretariat')}</dd>
        <dt>{t('attribution_offered')}</dt>
        <dd>
          {new Intl.ListFormat(t.language).format(
            ATTRIBUTIONS.filter((one) => list.attributionOffered.includes(one)).map((one) => t(ATTRIBUTION[one][0])),
          )}
        </dd>
        <dt>{t('part_questions')}</dt>
        <dd>{t('questions_count', { count: questions })}</dd>
      </dl>
      <Notice>
        <p>{t('frozen_text')}</p>
      </Notice>
      {incomplete.length > 0 && (
        <fieldset className="field">
          <legend>{t('languages_incomplete')}</legend>
          <p className="field-help">{t('waiver_help')}</p>
          {incomplete.map((language) => (
            <Checkbox
              key={language}
              label={t.rich('waive', { language: <bdi lang={language}>{LANGUAGE_NAMES[language]}</bdi> })}
              help={t('texts_missing', { count: missingTexts(list, [language]).length })}
              checked={waived.includes(language)}
              onChange={(checked) =>
                setWaived(checked ? [...waived, language] : waived.filter((one) => one !== language))
              }
            />
          ))}
        </fieldset>
      )}
      <RefusalNotice refusal={refusal}>
        {refusal?.code === 'changed_meanwhile' && (
          <Button onClick={() => void refresh(readList, { listId: list.id })}>{t('show_as_now')}</Button>
        )}
        {place && (
          <p>
            <Link
              to="/lists/:listId/edit"
              params={{ listId: list.id }}
              search={{ in: place.language ?? undefined }}
              hash={place.id}
            >
              {t('go_and_correct')}
            </Link>
          </p>
        )}
      </RefusalNotice>
      <Actions>
        <Button kind="filled" busy={status === 'sending'} onClick={() => void circulate()}>
          {unwaived.length > 0 ? t('circulate') : t('circulate_to_count', { count: addressed.length })}
        </Button>
        <Button onClick={onClose}>{t('not_yet')}</Button>
      </Actions>
    </div>
  )
}
