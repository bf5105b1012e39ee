import { AUDIENCES, LATE_ANSWERS, type ListBody } from '@consultation/shared/question-lists.ts'
import { ATTRIBUTIONS } from '@consultation/shared/rules/attribution.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { useState } from 'react'
import { DateTimeField, instantIn, type WallTime } from '../../ui/DateTimeField.tsx'
import { Checkbox, RadioGroup } from '../../ui/Field.tsx'
import { useWords } from '../../words/index.ts'
import { DeadlineWarnings } from './DeadlineWarnings.tsx'
import type { Editing } from './TextsPart.tsx'

const AUDIENCE = {
  secretariat: ['audience_secretariat', 'audience_secretariat_help'],
  participants: ['audience_participants', 'audience_participants_help'],
} as const satisfies Record<(typeof AUDIENCES)[number], readonly [string, string]>
const LATE = {
  refused: ['late_refused', 'late_refused_help'],
  marked: ['late_marked', 'late_marked_help'],
} as const satisfies Record<(typeof LATE_ANSWERS)[number], readonly [string, string]>
export const ATTRIBUTION = {
  attributed: ['offer_attributed', 'offer_attributed_help'],
  not_for_attribution: ['offer_not_for_attribution', 'offer_not_for_attribution_help'],
} as const satisfies Record<(typeof ATTRIBUTIONS)[number], readonly [string, string]>

const EVENING = '18:00'

export const wallOf = (deadline: ListBody['deadline']): WallTime =>
  deadline
    ? { day: deadline.local.slice(0, 10), time: deadline.local.slice(11), zone: deadline.zone }
    : { day: '', time: EVENING, zone: NEW_YORK }

/** By when, who sees the answers, how they may be attributed. */
export function TermsPart({ body, change }: Editing) {
  const t = useWords('staff')
  // What is half typed is no deadline yet, and is kept here.
  const [wall, setWall] = useState(wallOf(body.deadline))
  const theirs = wallOf(body.deadline)
  const shown = body.deadline && instantIn(wall) ? theirs : wall
  const instant = instantIn(shown)
  const { attributionOffered } = body

  function setDeadline(next: WallTime) {
    setWall(next)
    const whole = instantIn(next)
    change((now) => ({ ...now, deadline: whole ? { local: `${next.day}T${next.time}`, zone: next.zone } : null }))
  }

  return (
    <section className="part" aria-labelledby="terms">
      <h2 id="terms" tabIndex={-1}>
        {t('part_terms')}
      </h2>
      <div className="stack">
        <DateTimeField
          id="list-deadline"
          label={t('list_deadline')}
          help={t('deadline_help')}
          value={shown}
          onChange={setDeadline}
        />
        {instant && <DeadlineWarnings closesAt={instant} />}
      </div>
      <RadioGroup
        label={t('late_answers')}
        value={body.lateAnswers}
        onChange={(lateAnswers) => change((now) => ({ ...now, lateAnswers }))}
        options={LATE_ANSWERS.map((value) => ({ value, label: t(LATE[value][0]), help: t(LATE[value][1]) }))}
      />
      <RadioGroup
        label={t('audience')}
        value={body.audience}
        onChange={(audience) => change((now) => ({ ...now, audience }))}
        options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE[value][0]), help: t(AUDIENCE[value][1]) }))}
      />
      <fieldset className="field">
        <legend>{t('attribution_offered')}</legend>
        <p className="field-help">{t('attribution_offered_help')}</p>
        {ATTRIBUTIONS.map((value) => {
          const offered = attributionOffered.includes(value)
          return (
            <Checkbox
              key={value}
              label={t(ATTRIBUTION[value][0])}
              help={t(ATTRIBUTION[value][1])}
              checked={offered}
              onChange={(checked) => {
                const next = ATTRIBUTIONS.filter((one) => (one === value ? checked : attributionOffered.includes(one)))
                // One of the two must be left: taking the last away offers the other.
                const kept = next.length > 0 ? next : ATTRIBUTIONS.filter((one) => one !== value)
                change((now) => ({ ...now, attributionOffered: kept }))
              }}
            />
          )
        })}
      </fieldset>
    </section>
  )
}
