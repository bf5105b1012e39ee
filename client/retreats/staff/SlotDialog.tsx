import {
  addBreakoutGroup,
  addSlot,
  changeSlot,
  type RetreatView,
  readRetreat,
  removeSlot,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { ATTRIBUTION_MODES, type AttributionMode } from '@consultation/shared/room-view.ts'
import type { SLOT_KINDS } from '@consultation/shared/rules/retreats.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { useMemo, useState } from 'react'
import { RefusalError } from '../../api.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateTimeField, instantIn, type WallTime } from '../../ui/DateTimeField.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Checkbox, RadioGroup, Select, TextInput } from '../../ui/Field.tsx'
import { LanguageTabs } from '../../ui/LanguageTabs.tsx'
import { tell } from '../../ui/Toast.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useForm } from '../../ui/use-form.ts'
import { renew, useCall } from '../../use-call.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { inFields, isEmpty, refusalOf, wallTimeOf, written } from './plan.ts'

export const MODE_OF = {
  attributed: 'said_by_name',
  not_for_attribution: 'said_not_for_attribution',
  anonymous: 'said_anonymously',
} as const satisfies Record<AttributionMode, string>

type Kind = (typeof SLOT_KINDS)[number]
type Typed = {
  kind: Kind
  title: Translated
  starts: WallTime
  /** In minutes. */
  duration: string
  byChoice: boolean
  choiceUntil: WallTime
  mode: AttributionMode
}

const MINUTE = 60_000
const NAMES = { startsAt: 'starts', endsAt: 'duration', choiceUntil: 'choiceUntil' }

/** Where one would begin: right after what is there already. */
function firstOf(retreat: RetreatView, slot: SlotView | null): Typed {
  const { zone } = retreat
  if (slot)
    return {
      kind: slot.kind,
      title: slot.title,
      starts: wallTimeOf(slot.startsAt, zone),
      duration: String((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / MINUTE),
      byChoice: slot.choiceUntil !== null,
      choiceUntil: wallTimeOf(slot.choiceUntil ?? slot.startsAt, zone),
      mode: 'attributed',
    }
  const last = retreat.slots
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1)
  const starts = last ? wallTimeOf(last, zone) : { day: '', time: '10:00', zone }
  return {
    kind: 'plenary',
    title: {},
    starts,
    duration: '90',
    byChoice: false,
    choiceUntil: { day: '', time: '18:00', zone },
    mode: 'attributed',
  }
}

type Props = { retreat: RetreatView; slot: SlotView | null; onClose: () => void }

/** A part of the programme: a plenary, or breakout groups side by side. A plenary gets its session with it. */
export function SlotDialog({ retreat, slot, onClose }: Props) {
  const t = useWords('retreat')
  const staff = useWords('staff')
  const adding = useCall(addSlot)
  const changing = useCall(changeSlot)
  const seating = useCall(addBreakoutGroup)
  const removing = useCall(removeSlot)
  const [language, setLanguage] = useState(useLanguage())
  const [seen, setSeen] = useState<RefusalError | null>(null)
  const [sure, setSure] = useState(false)
  const [first] = useState(() => firstOf(retreat, slot))
  const refused = seen ?? adding.refusal ?? changing.refusal
  const asked = useMemo(() => refused && inFields(refused, NAMES), [refused])
  const form = useForm(first, asked)
  const { values, set } = form
  const labels = {
    kind: t('slot_kind'),
    title: t('slot_title'),
    starts: t('slot_begins'),
    duration: t('slot_minutes'),
    choiceUntil: t('choice_until'),
    mode: t('slot_mode'),
  }
  const shown = (reply: RetreatView | null) => reply && renew(readRetreat, { params: { retreatId: retreat.id } }, reply)

  function body(typed: Typed) {
    const startsAt = instantIn(typed.starts)
    const choiceUntil = typed.kind === 'breakouts' && typed.byChoice ? instantIn(typed.choiceUntil) : null
    const minutes = Number(typed.duration)
    const errors: Parameters<typeof refusalOf>[0][number][] = []
    if (isEmpty(typed.title)) errors.push({ field: 'title', code: 'required' })
    if (!startsAt) errors.push({ field: 'starts', code: 'not_a_date' })
    if (!(minutes > 0)) errors.push({ field: 'duration', code: 'invalid' })
    if (typed.kind === 'breakouts' && typed.byChoice && !choiceUntil)
      errors.push({ field: 'choiceUntil', code: 'not_a_date' })
    if (!startsAt || errors.length > 0) return refusalOf(errors)
    const endsAt = new Date(Date.parse(startsAt) + minutes * MINUTE).toISOString()
    return { title: written(typed.title), startsAt, endsAt, choiceUntil }
  }

  async function save(typed: Typed) {
    const made = body(typed)
    if (made instanceof RefusalError) return setSeen(made)
    setSeen(null)
    if (slot) {
      const theirs = changing.refusal?.code === 'changed_meanwhile' ? (changing.refusal.current as RetreatView) : null
      const revision = theirs?.revision ?? retreat.revision
      const reply = await changing.send({ params: { slotId: slot.id }, body: made, revision })
      if (!reply) return
      shown(reply)
      onClose()
      return
    }
    const before = new Set(retreat.slots.map(({ id }) => id))
    const reply = await adding.send({ params: { retreatId: retreat.id }, body: { ...made, kind: typed.kind } })
    if (!reply) return
    shown(reply)
    const added = reply.slots.find(({ id }) => !before.has(id))
    if (typed.kind === 'plenary' && added) {
      const findingIds = retreat.findings.map(({ findingId }) => findingId)
      shown(
        await seating.send({
          params: { slotId: added.id },
          body: { title: made.title, mode: typed.mode, place: retreat.place, findingIds },
        }),
      )
    }
    onClose()
  }

  async function remove() {
    if (!slot) return
    const reply = await removing.send({ params: { slotId: slot.id } })
    if (!reply) return
    shown(reply)
    tell(t('slot_is_removed'))
    onClose()
  }

  const busy = [adding, changing, seating].some(({ status }) => status === 'sending')
  if (sure && slot)
    return (
      <AskOnceMore
        verb={t('remove_slot')}
        onSure={remove}
        leave={t('keep_slot')}
        onLeave={() => setSure(false)}
        call={removing}
      >
        <p>{t('remove_slot_means', { slot: inLanguage(slot.title, t.language).text, count: slot.sessions.length })}</p>
      </AskOnceMore>
    )
  return (
    <Dialog open wide title={t(slot ? 'edit_slot' : 'add_slot')} onClose={onClose}>
      <form className="stack" onSubmit={form.onSubmit((typed) => void save(typed))} noValidate>
        <ErrorSummary form={form} labels={labels} refusal={asked} />
        {!slot && (
          <RadioGroup
            label={labels.kind}
            value={values.kind}
            onChange={(kind) => set('kind', kind)}
            options={[
              { value: 'plenary', label: t('kind_plenary') },
              { value: 'breakouts', label: t('kind_breakouts'), help: t('kind_breakouts_help') },
            ]}
          />
        )}
        <LanguageTabs label={staff('write_in')} value={language} onChange={setLanguage} />
        <TranslatedField
          id={`${form.id}-title`}
          label={labels.title}
          error={form.field('title').error}
          {...{ language, beside: null, value: values.title, onChange: (title) => set('title', title) }}
        />
        <DateTimeField
          id={`${form.id}-starts`}
          label={labels.starts}
          error={form.field('starts').error}
          value={values.starts}
          onChange={(starts) => set('starts', starts)}
        />
        {slot?.assignedAt && <p className="small quiet">{t('hours_are_told')}</p>}
        <TextInput type="number" min={5} step={5} label={labels.duration} {...form.field('duration')} />
        {values.kind === 'breakouts' && (
          <>
            <Checkbox
              label={t('delegations_choose')}
              help={t('delegations_choose_help')}
              checked={values.byChoice}
              onChange={(byChoice) => set('byChoice', byChoice)}
            />
            {values.byChoice && (
              <DateTimeField
                id={`${form.id}-choiceUntil`}
                label={labels.choiceUntil}
                error={form.field('choiceUntil').error}
                value={values.choiceUntil}
                onChange={(choiceUntil) => set('choiceUntil', choiceUntil)}
              />
            )}
          </>
        )}
        {!slot && values.kind === 'plenary' && (
          <Select
            label={labels.mode}
            value={values.mode}
            onChange={(mode) => set('mode', mode)}
            options={ATTRIBUTION_MODES.map((value) => ({ value, label: t(MODE_OF[value]) }))}
          />
        )}
        <Actions>
          <Button kind="filled" type="submit" busy={busy}>
            {t('save_slot')}
          </Button>
          <Button onClick={onClose}>{t('not_now')}</Button>
          {slot?.may.change && (
            <Button kind="warning" onClick={() => setSure(true)}>
              {t('remove_slot')}
            </Button>
          )}
        </Actions>
      </form>
    </Dialog>
  )
}
