import { TRACKS } from '@consultation/shared/consultations.ts'
import {
  changeFinding,
  type FindingView,
  listFindings,
  listThemes,
  readFinding,
  withdrawFinding,
} from '@consultation/shared/findings.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { paragraphCount, unequalLanguages } from '@consultation/shared/rules/findings.ts'
import { type Block, inLanguage, isBlank } from '@consultation/shared/text.ts'
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { watchSignOut } from '../../kept.ts'
import { useStream } from '../../live.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import '../../passages.css'
import { RestsField } from '../../RestsField.tsx'
import { TRACK } from '../../thing-words.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { LanguageTabs } from '../../ui/LanguageTabs.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { RichText } from '../../ui/RichText.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { refresh, renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../findings.css'
import { STATE } from '../state.ts'
import { ChangesSince } from './ChangesSince.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { useDesk } from './use-desk.ts'

const Editor = lazy(async () => ({ default: (await import('../../editor/Editor.tsx')).Editor }))

/** A finding as it is being written: in each language side by side with another, beside it what it rests on. */
export function FindingPage() {
  const t = useWords('findings-writing')
  const shown = useWords('findings')
  const { findingId } = useParams('/findings/:findingId')
  const params = { findingId }
  const finding = useView(readFinding, { params })
  const desk = useDesk(finding)
  const saving = useCall(changeFinding)
  const [publishing, setPublishing] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  useStream(streams.consultation(finding.consultationId), () => void refresh(readFinding, params))

  async function save(revision = desk.revision) {
    const sent = desk.written
    const reply = await saving.send({ params, body: desk.body(), revision })
    if (!reply) return
    renew(readFinding, { params }, reply)
    desk.saved(reply, sent)
    void refresh(listFindings, { consultationId: finding.consultationId })
  }

  // Who leaves the page or signs out leaves nothing behind that only this device has.
  const finish = useEffectEvent(async () => {
    if (desk.dirty && finding.may.write) await save()
  })
  useEffect(() => {
    const unwatch = watchSignOut({ flush: () => finish(), forget: () => {} })
    return () => {
      unwatch()
      void finish()
    }
  }, [])

  const { state, may } = finding
  return (
    <>
      <PageHead
        title={inLanguage(desk.written.title, t.language).text || shown('untitled_finding', { number: finding.number })}
        within={{
          title: inLanguage(finding.consultationTitle, t.language).text,
          link: (
            <Link to="/consultations/:consultationId/findings" params={{ consultationId: finding.consultationId }}>
              <Name of={finding.consultationTitle} /> · {shown('findings_title')}
            </Link>
          ),
        }}
        lead={
          <span className="row">
            <span>{t('finding_number', { number: finding.number })}</span>
            <StateMark shape={STATE[state].shape}>{shown(STATE[state].word)}</StateMark>
            {desk.dirty && <StateMark shape="part">{t('not_saved_yet')}</StateMark>}
          </span>
        }
      >
        <div className="row no-print">
          {may.write && (
            <Button
              kind={desk.dirty || !may.publish ? 'filled' : 'plain'}
              busy={saving.status === 'sending'}
              onClick={() => void save()}
            >
              {t('save_finding')}
            </Button>
          )}
          {may.publish && (
            <Button kind={desk.dirty ? 'plain' : 'filled'} onClick={() => setPublishing(true)}>
              {t('publish_finding')}
            </Button>
          )}
          {finding.versions[0] && (
            <LinkButton to="/finding-versions/:versionId" params={{ versionId: finding.versions[0].id }}>
              {shown('read_as_published')}
            </LinkButton>
          )}
          {may.withdraw && (
            <Button kind="quiet" onClick={() => setWithdrawing(true)}>
              {t('withdraw_finding')}
            </Button>
          )}
        </div>
      </PageHead>
      <div className="stack">
        {saving.refusal?.code === 'changed_meanwhile' ? (
          <Meanwhile
            theirs={saving.refusal.current as FindingView}
            onMine={(revision) => void save(revision)}
            onTheirs={(view) => {
              renew(readFinding, { params }, view)
              desk.saved(view)
              saving.forget()
            }}
            mine={desk.written}
          />
        ) : (
          <RefusalNotice refusal={saving.refusal} />
        )}
        {desk.behind && !saving.refusal && (
          <Notice>
            <p>{t('saved_by_another')}</p>
          </Notice>
        )}
        {desk.restored && (
          <Notice>
            <p>{t('kept_on_device')}</p>
          </Notice>
        )}
        <div className="finding-desk">
          <Texts desk={desk} finding={finding} />
          <div className="finding-sources">
            <RestsField
              consultationId={finding.consultationId}
              value={desk.written.rests}
              onChange={(rests) => desk.change({ rests })}
              results={{ summaries: true }}
              level={2}
              readOnly={!may.write}
            />
          </div>
        </div>
      </div>
      {publishing && (
        <PublishDialog
          finding={finding}
          dirty={desk.dirty}
          onPublished={desk.saved}
          onClose={() => setPublishing(false)}
        />
      )}
      {withdrawing && <Withdraw finding={finding} onDone={desk.saved} onClose={() => setWithdrawing(false)} />}
    </>
  )
}

type Desk = ReturnType<typeof useDesk>

function Texts({ desk, finding }: { desk: Desk; finding: FindingView }) {
  const t = useWords('findings-writing')
  const traces = useWords('traces')
  const [{ in: asked, beside: askedBeside }, setSearch] = useSearch('in', 'beside')
  const { themes } = useView(listThemes, { params: { consultationId: finding.consultationId } })
  const { written } = desk
  const language = LANGUAGES.find((one) => one === asked) ?? t.language
  const isWritten = (one: Language) => !isBlank(written.texts[one] ?? [])
  const filled = LANGUAGES.filter((one) => one !== language && isWritten(one))
  const beside = filled.find((one) => one === askedBeside) ?? null
  const unequal = unequalLanguages(written.texts)
  const setText = (blocks: Block[]) => desk.change({ texts: { ...written.texts, [language]: blocks } })
  const readOnly = !finding.may.write
  return (
    <div className="stack">
      <LanguageTabs
        label={t('language_written')}
        value={language}
        onChange={(next) => setSearch({ in: next })}
        note={(one) => isWritten(one) && t('paragraphs_written', { count: paragraphCount(written.texts[one]) })}
      />
      {filled.length > 0 && (
        <div className="finding-facts">
          <Select
            label={t('language_beside')}
            value={beside ?? ''}
            onChange={(next) => setSearch({ beside: next })}
            options={[
              { value: '', label: t('none_beside') },
              ...filled.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
          />
        </div>
      )}
      {unequal.length > 0 && (
        <Notice kind="warning">
          <p>{t('paragraphs_unequal', { languages: unequal.map((one) => LANGUAGE_NAMES[one]).join(', ') })}</p>
        </Notice>
      )}
      {readOnly ? (
        <div className="numbered">
          <RichText blocks={written.texts[language] ?? []} language={language} />
        </div>
      ) : (
        <>
          <TranslatedField
            label={t('title_of_finding')}
            value={written.title}
            onChange={(title) => desk.change({ title })}
            language={language}
            beside={beside}
          />
          <div className={beside ? 'numbered finding-sides' : 'numbered'}>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Editor
                key={language}
                id={`finding-${language}`}
                label={t('text_in', { language: LANGUAGE_NAMES[language] })}
                blocks={written.texts[language] ?? []}
                arrival={desk.arrival}
                language={language}
                onChange={setText}
              />
            </Suspense>
            {beside && <RichText blocks={written.texts[beside] ?? []} language={beside} />}
          </div>
          <div className="finding-facts stack">
            <Select
              label={t('theme_of_finding')}
              value={written.themeId ?? ''}
              onChange={(themeId) => desk.change({ themeId: themeId || null })}
              options={[
                { value: '', label: t('no_theme') },
                ...themes.map(({ id, number, title }) => ({
                  value: id,
                  label: `${number}. ${inLanguage(title, t.language).text}`,
                })),
              ]}
            />
            <Select
              label={t('track_of_finding')}
              value={written.track}
              onChange={(track) => desk.change({ track })}
              options={TRACKS.map((value) => ({ value, label: traces(TRACK[value]) }))}
            />
          </div>
          {finding.version > 0 && (
            <>
              <TranslatedField
                label={t('change_since', { number: finding.version })}
                help={t('change_since_help')}
                value={written.change}
                onChange={(change) => desk.change({ change })}
                language={language}
                beside={beside}
                lines
              />
              <ChangesSince version={finding.versions[0]!} text={written.texts[language] ?? []} language={language} />
            </>
          )}
        </>
      )}
    </div>
  )
}

type WithdrawProps = { finding: FindingView; onDone: (view: FindingView) => void; onClose: () => void }

function Withdraw({ finding, onDone, onClose }: WithdrawProps) {
  const t = useWords('findings-writing')
  const { send, status, refusal } = useCall(withdrawFinding)
  const params = { findingId: finding.id }
  return (
    <AskOnceMore
      verb={t('withdraw_finding')}
      onSure={async () => {
        const reply = await send({ params, body: {} })
        if (!reply) return
        renew(readFinding, { params }, reply)
        onDone(reply)
        tell(t('finding_was_withdrawn', { number: finding.number }))
        onClose()
      }}
      leave={t('close')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t(finding.version > 0 ? 'withdraw_published_text' : 'withdraw_draft_text')}</p>
    </AskOnceMore>
  )
}
