import {
  type DeskFinding,
  type DeskView,
  type FeedbackView,
  giveFeedback,
  listFeedback,
  readDesk,
} from '@consultation/shared/feedback.ts'
import type { FindingVersionView } from '@consultation/shared/findings.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { takesProposals } from '@consultation/shared/rules/feedback.ts'
import { inLanguage, isBlank } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, renew, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'
import { isGiven } from '../own.ts'
import { type Draft, draftFrom, movedTo, proposing } from './draft.ts'
import { GiveForm } from './GiveForm.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { givenBy, ours } from './ours.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { Superseded } from './Superseded.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  desk: DeskView
  finding: DeskFinding
  version: FindingVersionView
  /** The language the text is read in. */
  language: Language
  groupId: string | null
  said: FeedbackView[]
}

/** The text of a finding, and beside it what is given to it in one capacity. What is typed survives every refusal. */
export function Giving({ desk, finding, version, language, groupId, said }: Props) {
  const t = useWords('feedback')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  const { retreatId, delegationId } = desk
  const { findingId, versionId } = finding
  const desktop = useDraft({ retreatId, delegationId: delegationId ?? '', findingId, groupId })
  const giving = useCall(giveFeedback)
  /** What is missing before it is worth sending. */
  const [missing, setMissing] = useState<RefusalError | null>(null)
  const given = givenBy(said, groupId)
  const { draft } = desktop
  const members = groupId === null ? null : (groupOf(groupId)?.memberIds ?? [])
  const mayGive = !finding.withdrawn && (groupId === null ? desk.may.give : desk.may.giveForGroup)
  const stale = draft !== null && draft.versionId !== versionId
  const overtaken = draft !== null && !stale && given !== undefined && draft.revision !== given.revision
  const blank: Draft = {
    versionId,
    revision: given?.revision ?? 0,
    stance: null,
    channel: 'writing',
    language: t.language,
    attribution: given?.attribution ?? desk.attributionOffered[0] ?? 'attributed',
    excepted: [],
    joined: [],
    reason: [],
    proposals: [],
    unplaced: [],
  }
  const form = mayGive && !stale && !overtaken ? (draft ?? (given ? null : blank)) : null
  const speaker = inLanguage(
    groupId === null ? nameOf(delegationId ?? '') : (groupOf(groupId)?.names ?? {}),
    t.language,
  ).text
  const open = desk.findings.filter((one) => !isGiven(one) && !one.withdrawn && one !== finding)
  const next = open.find(({ number }) => number > finding.number) ?? open[0]
  const earlier = useEarlier(desk, finding, groupId, mayGive && !draft && !given)

  async function give(words: Draft) {
    const fitting = movedTo(words, versionId, words.revision, version.texts)
    if (fitting.unplaced.length > words.unplaced.length) desktop.replace(fitting)
    const lacking = lackOf(fitting)
    setMissing(lacking)
    if (lacking || !words.stance) return
    const { stance, channel, language: written, attribution, excepted, joined, reason } = words
    const proposals = takesProposals(stance) ? words.proposals : []
    const reply = await giving.send({
      params: { retreatId, versionId },
      revision: words.revision,
      body: { groupId, excepted, joined, stance, channel, language: written, attribution, reason, proposals },
    })
    if (!reply) {
      // Why it was refused may be shown by now: a newer version, a colleague’s words, a closed window.
      void refresh(readDesk, { retreatId })
      void refresh(listFeedback)
      return
    }
    desktop.replace(null)
    const others = said.filter((one) => one !== given)
    renew(listFeedback, ours(retreatId, versionId), {
      feedback: [reply, ...others],
      total: others.length + 1,
      next: null,
    })
    void refresh(readDesk, { retreatId })
    tell(t('given_for', { name: speaker }))
    requestAnimationFrame(() => document.getElementById('words')?.focus())
  }

  return (
    <div className="give">
      <section className="give-text" aria-labelledby="text">
        <h2 id="text">{t('text_title')}</h2>
        <Paragraphs
          texts={version.texts}
          language={language}
          draft={form}
          onPropose={(proposal) => {
            if (!form) return
            const stance = form.stance && takesProposals(form.stance) ? form.stance : 'support_with_change'
            desktop.change(proposing({ ...form, stance }, proposal))
          }}
          onDrop={({ paragraph, language: of }) => {
            if (!form) return
            const dropped = form
            const proposals = form.proposals.filter((one) => one.paragraph !== paragraph || one.language !== of)
            desktop.change({ ...form, proposals })
            tell(t('proposal_taken_out'), () => desktop.replace(dropped))
          }}
        />
      </section>
      <section className="give-words stack" aria-labelledby="words">
        <h2 id="words" tabIndex={-1}>
          {t('feedback_of', { name: speaker })}
        </h2>
        {draft && stale && (
          <Superseded
            draft={draft}
            finding={finding}
            version={version}
            mayMove={mayGive}
            // What a colleague gave on the newer version meanwhile is shown before anything takes its place.
            onMove={() => desktop.replace(movedTo(draft, versionId, 0, version.texts))}
            onDrop={() => {
              desktop.replace(null)
              tell(t('draft_dropped'), () => desktop.replace(draft))
            }}
          />
        )}
        {draft && overtaken && given && (
          <Meanwhile
            delegationId={delegationId}
            draft={draft}
            theirs={given}
            onMine={() => desktop.replace({ ...draft, revision: given.revision ?? 0, attribution: given.attribution })}
            onTheirs={() => {
              desktop.replace(null)
              tell(t('draft_dropped'), () => desktop.replace(draft))
            }}
          />
        )}
        {form && earlier && (
          <Notice title={t('spoke_earlier', { number: earlier.version })}>
            <FeedbackShown feedback={earlier} title={t('said_then')} />
            <Button
              onClick={() =>
                desktop.replace(
                  draftFrom(earlier, { versionId, revision: 0, texts: version.texts, language: t.language, members }),
                )
              }
            >
              {t('begin_from_earlier')}
            </Button>
          </Notice>
        )}
        {form && (
          <GiveForm
            desk={desk}
            groupId={groupId}
            draft={form}
            texts={version.texts}
            arrival={desktop.arrival}
            attributionKept={given !== undefined}
            refusal={missing ?? giving.refusal}
            busy={giving.status === 'sending'}
            speaker={speaker}
            onChange={desktop.change}
            onReplace={desktop.replace}
            onGive={() => void give(form)}
            onDrop={
              draft
                ? () => {
                    desktop.replace(null)
                    tell(t('draft_dropped'), () => desktop.replace(draft))
                  }
                : null
            }
          />
        )}
        {!form && !stale && !overtaken && given && mayGive && (
          <>
            <p>{t('is_given')}</p>
            <div className="row no-print">
              {next && (
                <LinkButton
                  kind="filled"
                  to="/retreats/:retreatId/feedback/:findingId"
                  params={{ retreatId, findingId: next.findingId }}
                >
                  {t('to_next_open', { number: next.number })}
                </LinkButton>
              )}
              <Button
                onClick={() =>
                  desktop.replace(
                    draftFrom(given, {
                      versionId,
                      revision: given.revision ?? 0,
                      texts: version.texts,
                      language: t.language,
                      members,
                    }),
                  )
                }
              >
                {t('change_given')}
              </Button>
            </div>
          </>
        )}
        {!mayGive && !stale && (
          <p className="quiet">
            {t(finding.withdrawn ? 'withdrawn_text' : desk.window === 'open' ? 'you_read_only' : 'window_is_not_open')}
          </p>
        )}
        {draft && !mayGive && !stale && <FeedbackShown feedback={{ id: 'draft', ...draft }} title={t('kept_here')} />}
      </section>
    </div>
  )
}

/** What the server would refuse in any case is said before it is sent. */
function lackOf({ stance, reason, proposals, unplaced }: Draft): RefusalError | null {
  const at = (field: string, code: 'required' | 'words_required') =>
    new RefusalError({ code, errors: [{ field, code, title: '' }] })
  if (!stance) return at('stance', 'required')
  if (unplaced.length > 0) return at('unplaced', 'required')
  if (stance === 'support_with_change' && isBlank(reason) && proposals.length === 0)
    return at('reason', 'words_required')
  if ((stance === 'concern' || stance === 'need_information') && isBlank(reason)) return at('reason', 'words_required')
  return null
}

/** What was said in this capacity to the version before, while nothing is said to this one. */
function useEarlier({ retreatId }: DeskView, finding: DeskFinding, groupId: string | null, wanted: boolean) {
  const line = finding.own.find((one) => one.versionId !== finding.versionId && one.groupId === groupId)
  const reading = useRead(listFeedback, ours(retreatId, line?.versionId ?? finding.versionId), {
    enabled: wanted && line !== undefined,
  })
  if (!wanted || !line || reading.status !== 'ready') return null
  return reading.view.feedback.find(({ id }) => id === line.id) ?? null
}
