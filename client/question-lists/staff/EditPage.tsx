import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { discardList, type ListView, readList } from '@consultation/shared/question-lists.ts'
import { missingTexts } from '@consultation/shared/rules/wording.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useState } from 'react'
import { useStream } from '../../live.ts'
import { go, useParams } from '../../navigation.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { refresh, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { useWritingLanguages, WritingLanguagesChoice } from '../../writing-languages.tsx'
import { AddresseesPart } from './AddresseesPart.tsx'
import { Clashes } from './Clashes.tsx'
import './edit.css'
import { SavingState } from './SavingState.tsx'
import { SectionsPart } from './SectionsPart.tsx'
import { TermsPart } from './TermsPart.tsx'
import { TextsPart } from './TextsPart.tsx'
import { useDraft } from './use-draft.ts'
import { withinOf } from './within.tsx'
import type { Writing } from './writing.ts'

/** A question list while it is written: until it is circulated. */
export function EditPage() {
  const { listId } = useParams('/lists/:listId/edit')
  const list = useView(readList, { params: { listId } })
  useStream(streams.listStaff(listId), () => void refresh(readList, { listId }))
  return list.may.edit ? <Editing list={list} /> : <Frozen list={list} />
}

function Frozen({ list }: { list: ListView }) {
  const t = useWords('staff')
  return (
    <div className="column">
      <PageHead title={inLanguage(list.title, t.language).text} within={withinOf(list, t.language)} />
      <Notice>
        <p>{t('list_frozen')}</p>
      </Notice>
      <Actions>
        <LinkButton kind="filled" to="/lists/:listId" params={{ listId: list.id }}>
          {t('follow_list')}
        </LinkButton>
        <LinkButton to="/lists/:listId/preview" params={{ listId: list.id }}>
          {t('read_as_circulated')}
        </LinkButton>
      </Actions>
    </div>
  )
}

const PARTS = [
  ['texts', 'part_texts'],
  ['questions', 'part_questions'],
  ['terms', 'part_terms'],
  ['addressees', 'part_addressees'],
] as const

function Editing({ list }: { list: ListView }) {
  const t = useWords('staff')
  const draft = useDraft(list)
  const languages = useWritingLanguages()
  const [discarding, setDiscarding] = useState(false)
  const { language, beside } = languages
  const writing: Writing = { language, beside }
  const { body, change, joined } = draft
  const missing = (one: Language) => missingTexts(body, [one]).length

  useEffect(() => {
    if (joined > 0) announce(t('colleague_changed'))
  }, [joined, t])

  // From a refusal to the field it names; the heading has had the focus by then.
  useEffect(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus(), [])

  async function check() {
    if (await draft.save()) go({ to: '/lists/:listId/preview', params: { listId: list.id }, search: { in: language } })
  }

  return (
    <>
      <PageHead
        title={inLanguage(body.title, t.language).text.trim() || t('untitled_list')}
        within={withinOf(list, t.language)}
      />
      <div className="edit-bar">
        <WritingLanguagesChoice
          of={languages}
          note={(one) => (missing(one) === 0 ? t('texts_complete') : t('texts_missing', { count: missing(one) }))}
        />
        <SavingState saving={draft.saving} onRetry={() => void draft.save()} />
      </div>
      <Clashes draft={draft} />
      <nav className="edit-outline" aria-label={t('parts_of_list')}>
        <ul>
          {PARTS.map(([id, word]) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                {t(word)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sections">
        <TextsPart {...{ body, change, writing }} />
        <SectionsPart {...{ body, change, writing }} />
        <TermsPart {...{ body, change }} />
        <AddresseesPart {...{ body, change }} />
        <section className="stack">
          <Actions>
            <Button kind="filled" busy={draft.saving.status === 'saving'} onClick={() => void check()}>
              {t('check_as_delegate')}
            </Button>
            <Button kind="warning" onClick={() => setDiscarding(true)}>
              {t('discard_draft')}
            </Button>
          </Actions>
          <p className="quiet small">{t('check_help')}</p>
        </section>
      </div>
      <Discard list={list} open={discarding} onClose={() => setDiscarding(false)} />
    </>
  )
}

function jump(event: { preventDefault: () => void }, id: string) {
  event.preventDefault()
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

function Discard({ list, open, onClose }: { list: ListView; open: boolean; onClose: () => void }) {
  const t = useWords('staff')
  const { send, status, refusal } = useCall(discardList)
  const { consultationId } = list
  const count = list.sections.flatMap((section) => section.questions).length
  return (
    <AskOnceMore
      open={open}
      title={t('discard_title')}
      verb={t('discard_draft')}
      onSure={async () => {
        if (await send({ params: { listId: list.id } }))
          go({ to: '/consultations/:consultationId', params: { consultationId }, replace: true })
      }}
      leave={t('keep_draft')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('discard_text', { count })}</p>
    </AskOnceMore>
  )
}
