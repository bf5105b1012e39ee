import type { Language } from '@consultation/shared/languages.ts'
import { listOffice } from '@consultation/shared/people.ts'
import {
  addBreakoutGroup,
  GROUPS_OF_A_SLOT,
  type GroupBody,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { ATTRIBUTION_MODES, type AttributionMode } from '@consultation/shared/room-view.ts'
import { mayHold, type RoomRole } from '@consultation/shared/rules/rooms.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useMemo, useState } from 'react'
import type { RefusalError } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { LanguageTabs } from '../../ui/LanguageTabs.tsx'
import { tell } from '../../ui/Toast.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useForm } from '../../ui/use-form.ts'
import { renew, useCall, useRead } from '../../use-call.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { DiscussesField, LanguagesField, ReportsToField } from './GroupFields.tsx'
import { isEmpty, refusalOf, written } from './plan.ts'
import { MODE_OF } from './SlotDialog.tsx'

type Typed = {
  count: string
  title: Translated
  mode: AttributionMode
  place: string
  interpretation: Language[]
  seats: string
  moderator: string | null
  rapporteur: string | null
  findingIds: string[]
  reportsTo: string | null
}

/** The plenary after the groups is where their points go, unless somebody says otherwise. */
function plenaryAfter(retreat: RetreatView, slot: SlotView) {
  const later = retreat.slots
    .filter(({ kind, startsAt }) => kind === 'plenary' && startsAt >= slot.endsAt)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return later.find(({ sessions }) => sessions.length > 0)?.sessions[0]?.sessionId ?? null
}

/** Several of a name are told apart by their number. */
const titleOf = (title: Translated, number: number, of: number): Translated =>
  of === 1
    ? written(title)
    : Object.fromEntries(Object.entries(written(title)).map(([language, words]) => [language, `${words} ${number}`]))

type Props = { retreat: RetreatView; slot: SlotView; onClose: () => void }

/** One group or many alike at once; each is then changed by itself. */
export function AddGroups({ retreat, slot, onClose }: Props) {
  const t = useWords('retreat')
  const planning = useWords('retreat-delegate')
  const staff = useWords('staff')
  const isBreakouts = slot.kind === 'breakouts'
  const office = useRead(listOffice, {})
  const adding = useCall(addBreakoutGroup)
  const [language, setLanguage] = useState(useLanguage())
  const [seen, setSeen] = useState<RefusalError | null>(null)
  const [added, setAdded] = useState(0)
  const refusal = seen ?? adding.refusal
  const asked = useMemo(() => refusal, [refusal])
  const form = useForm<Typed>(
    {
      count: '1',
      title: isBreakouts ? {} : slot.title,
      mode: slot.sessions.at(-1)?.mode ?? 'not_for_attribution',
      place: '',
      interpretation: slot.sessions.at(-1)?.interpretation ?? [],
      seats: '',
      moderator: null,
      rapporteur: null,
      findingIds: retreat.findings.map(({ findingId }) => findingId),
      reportsTo: isBreakouts ? plenaryAfter(retreat, slot) : null,
    },
    asked,
  )
  const { values, set } = form
  const labels = {
    count: t('number_of_groups'),
    title: t('title_of_group'),
    mode: t('slot_mode'),
    place: t('place_of_group'),
    seats: t('seats_of_group'),
    roles: t('parts_of_group'),
  }
  const members = office.status === 'ready' ? office.view.members : []
  /** Who may have this part, by the same rule as the server’s. */
  const peopleFor = (role: RoomRole) =>
    [...Map.groupBy(members, ({ personId }) => personId)].flatMap(([personId, own]) => {
      const caller = { kind: 'person' as const, signInId: '', acting: null, office: own.map((one) => one.role) }
      if (personId === null || !mayHold({ ...caller, personId }, role, values.mode)) return []
      return [{ value: personId, label: own[0]?.personName ?? '' }]
    })
  const [moderators, rapporteurs] = [peopleFor('moderator'), peopleFor('rapporteur')]
  const moderator = moderators.find(({ value }) => value === values.moderator)?.value ?? null
  const rapporteur = rapporteurs.find(({ value }) => value === values.rapporteur)?.value ?? null
  const [busy, setBusy] = useState(false)

  async function add(typed: Typed) {
    const count = Math.floor(Number(typed.count))
    const errors: Parameters<typeof refusalOf>[0][number][] = []
    if (isEmpty(typed.title)) errors.push({ field: 'title', code: 'required' })
    if (!(count >= 1 && slot.sessions.length + count <= GROUPS_OF_A_SLOT))
      errors.push({ field: 'count', code: 'invalid' })
    if (typed.seats !== '' && !(Number(typed.seats) >= 1)) errors.push({ field: 'seats', code: 'invalid' })
    if (errors.length > 0) return setSeen(refusalOf(errors))
    setSeen(null)
    setBusy(true)
    const roles: GroupBody['roles'] = [
      ...(moderator ? [{ personId: moderator, role: 'moderator' as const }] : []),
      ...(rapporteur ? [{ personId: rapporteur, role: 'rapporteur' as const }] : []),
    ]
    const first = slot.sessions.length
    // What was added before a refusal stays, and is not added again.
    for (let number = added + 1; number <= count; number++) {
      const reply = await adding.send({
        params: { slotId: slot.id },
        body: {
          title: titleOf(typed.title, first - added + number, count),
          mode: typed.mode,
          place: typed.place.trim(),
          interpretation: typed.interpretation,
          seats: typed.seats === '' ? null : Number(typed.seats),
          findingIds: typed.findingIds,
          reportsTo: typed.reportsTo,
          roles,
        },
      })
      if (!reply) return setBusy(false)
      setAdded(number)
      renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    }
    setBusy(false)
    tell(t('groups_are_added', { count }))
    onClose()
  }

  return (
    <Dialog open wide title={t(isBreakouts ? 'add_groups' : 'add_meeting')} onClose={onClose}>
      <form className="stack" onSubmit={form.onSubmit((typed) => void add(typed))} noValidate>
        <ErrorSummary form={form} labels={labels} refusal={asked} />
        {added > 0 && <p role="status">{t('groups_are_added', { count: added })}</p>}
        {isBreakouts && (
          <TextInput
            type="number"
            min={1}
            max={GROUPS_OF_A_SLOT}
            label={labels.count}
            help={t('number_of_groups_help')}
            {...form.field('count')}
          />
        )}
        <LanguageTabs label={staff('write_in')} value={language} onChange={setLanguage} />
        <TranslatedField
          id={`${form.id}-title`}
          label={labels.title}
          error={form.field('title').error}
          {...{ language, beside: null, value: values.title, onChange: (title) => set('title', title) }}
        />
        <Select
          label={labels.mode}
          value={values.mode}
          onChange={(mode) => set('mode', mode)}
          options={ATTRIBUTION_MODES.map((value) => ({ value, label: t(MODE_OF[value]) }))}
        />
        <TextInput label={labels.place} optional dir="auto" {...form.field('place')} />
        <LanguagesField value={values.interpretation} onChange={(to) => set('interpretation', to)} />
        {isBreakouts && (
          <TextInput
            type="number"
            min={1}
            max={250}
            label={labels.seats}
            help={t('seats_of_group_help')}
            optional
            {...form.field('seats')}
          />
        )}
        <Combobox
          label={planning('part_moderator')}
          optional
          help={t('moderator_help')}
          value={moderator}
          onChange={(chosen) => set('moderator', chosen)}
          options={moderators}
        />
        <Combobox
          label={planning('part_rapporteur')}
          optional
          help={t('rapporteur_help')}
          value={rapporteur}
          onChange={(chosen) => set('rapporteur', chosen)}
          options={rapporteurs}
        />
        <DiscussesField retreat={retreat} chosen={values.findingIds} onChange={(to) => set('findingIds', to)} />
        {isBreakouts && (
          <ReportsToField retreat={retreat} value={values.reportsTo} onChange={(to) => set('reportsTo', to)} />
        )}
        <Actions>
          <Button kind="filled" type="submit" busy={busy}>
            {t(isBreakouts ? 'add_groups' : 'add_meeting')}
          </Button>
          <Button onClick={onClose}>{t('not_now')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
