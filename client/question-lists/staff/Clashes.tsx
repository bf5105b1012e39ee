import { directionOf, LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import type { ListBody } from '@consultation/shared/question-lists.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/index.ts'
import type { Clash } from './merge.ts'
import type { Draft } from './use-draft.ts'
import { isLanguage } from './writing.ts'

/** What two colleagues wrote differently in the same place, side by side, until somebody chooses. Nothing of either is lost. */
export function Clashes({ draft: { clashes, body, settle } }: { draft: Draft }) {
  const t = useWords('staff')
  if (clashes.length === 0) return null
  return (
    <Notice kind="warning" role="alert" title={t('changed_by_colleague')}>
      <p>{t('clash_text', { count: clashes.length })}</p>
      {clashes.map((clash) => {
        const { name, language } = placeOf(clash, body)
        return (
          <section key={clash.path} className="clash">
            <h3>
              {t(name.word, { number: name.number })}
              {language && (
                <>
                  {' · '}
                  <span lang={language}>{LANGUAGE_NAMES[language]}</span>
                </>
              )}
            </h3>
            <div className="clash-sides">
              <div>
                <h4>{t('clash_mine')}</h4>
                <Wording of={clash.mine} language={language} />
              </div>
              <div>
                <h4>{t('clash_theirs')}</h4>
                <Wording of={clash.theirs} language={language} />
              </div>
            </div>
            <Actions>
              <Button onClick={() => settle(clash, 'mine')}>{t('keep_my_wording')}</Button>
              <Button onClick={() => settle(clash, 'theirs')}>{t('take_their_wording')}</Button>
            </Actions>
          </section>
        )
      })}
    </Notice>
  )
}

function Wording({ of, language }: { of: unknown; language: Language | null }) {
  const t = useWords('staff')
  if (typeof of === 'string' && language) {
    return (
      <p className="said" lang={language} dir={directionOf(language)}>
        {of || t('left_empty')}
      </p>
    )
  }
  if (Array.isArray(of)) return <p>{t('entries', { count: of.length })}</p>
  if (of && typeof of === 'object' && 'local' in of && 'zone' in of) {
    return (
      <p>
        <bdi>
          {String(of.local).replace('T', ' ')} ({String(of.zone)})
        </bdi>
      </p>
    )
  }
  return <p>{typeof of === 'string' ? <bdi>{of}</bdi> : t('left_empty')}</p>
}

const WHOLE = {
  title: 'list_title',
  note: 'list_note',
  purpose: 'list_purpose',
  outcome: 'list_outcome',
  contact: 'list_contact',
  deadline: 'list_deadline',
  audience: 'audience',
  attributionOffered: 'attribution_offered',
  lateAnswers: 'late_answers',
  addresseeIds: 'part_addressees',
} as const

const INNER = { text: 'question_n_text', guidance: 'question_n_guidance', choices: 'question_n_choices' } as const

function placeOf({ path }: Clash, body: ListBody) {
  const [kind = '', id = '', inner = ''] = path.split('.')
  const end = path.split('.').at(-1)
  const language = isLanguage(end) ? end : null
  if (kind === 'questions') {
    const number = body.sections.flatMap((section) => section.questions).findIndex((question) => question.id === id) + 1
    return { name: { word: INNER[inner as keyof typeof INNER], number }, language }
  }
  if (kind === 'sections') {
    const number = body.sections.findIndex((section) => section.id === id) + 1
    return { name: { word: 'section_n_title' as const, number }, language }
  }
  return { name: { word: WHOLE[kind as keyof typeof WHOLE], number: 0 }, language }
}
