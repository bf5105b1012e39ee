import { readConsultation } from '@consultation/shared/consultations.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { ITEMS_MAX } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense } from 'react'
import { numbered } from '../../numbered.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, TextInput } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { newItem, type Plan, type PlanItem, presetLimits } from './plan.ts'

type Props = {
  id: string
  consultationId: string
  language: Language
  beside: Language | null
  error: (field: string) => string | undefined
  frozen: boolean
  preset: Plan['preset']
  items: PlanItem[]
  change: (items: PlanItem[]) => void
}

/** The items in their order. Each is moved by button, and may carry questions of circulated lists. */
export function AgendaPart({ id, consultationId, language, beside, error, frozen, preset, items, change }: Props) {
  const t = useWords('planning')
  const staff = useWords('staff')
  const nameOf = (item: PlanItem, at: number) =>
    inLanguage(item.title, t.language).text.trim() || t('unnamed_item', { number: at + 1 })
  const set = (key: string, part: Partial<PlanItem>) =>
    change(items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const move = (at: number, to: number) => change(items.toSpliced(at, 1).toSpliced(to, 0, items[at]!))

  function add() {
    const last = items.at(-1)
    // The limits of the item before are the likeliest.
    change([...items, newItem(last ? limitsOnly(last) : presetLimits(preset))])
  }

  return (
    <section className="stack" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('session_items')}</h2>
      <fieldset id={id} tabIndex={-1} className="stack plain-set" disabled={frozen} aria-label={t('session_items')}>
        {error('items') && items.length === 0 && <p className="field-error">{error('items')}</p>}
        <ol className="plan-items">
          {items.map((item, at) => (
            <li key={item.key} className="plan-item">
              <header>
                <h3>{t('item_no', { number: at + 1 })}</h3>
                <Button
                  kind="quiet"
                  aria-label={staff('move_up', { name: nameOf(item, at) })}
                  busy={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  ↑
                </Button>
                <Button
                  kind="quiet"
                  aria-label={staff('move_down', { name: nameOf(item, at) })}
                  busy={at === items.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  ↓
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('remove_item', { name: nameOf(item, at) })}
                  onClick={() => change(items.filter(({ key }) => key !== item.key))}
                >
                  {t('take_off')}
                </Button>
              </header>
              <TranslatedField
                label={t('item_title')}
                error={error(`items.${at}.title`)}
                {...{ language, beside, value: item.title, onChange: (title) => set(item.key, { title }) }}
              />
              <TranslatedField
                label={t('item_note')}
                optional
                lines
                error={error(`items.${at}.note`)}
                {...{ language, beside, value: item.note, onChange: (note) => set(item.key, { note }) }}
              />
              <details open={Boolean(error(`items.${at}.seconds`) ?? error(`items.${at}.points`)) || undefined}>
                <summary>{t('limits_of_item', { state: item.state, group: item.group, budget: item.budget })}</summary>
                <div className="plan-limits">
                  {(
                    [
                      ['state', 'minutes_state', `items.${at}.seconds.state`, 30],
                      ['group', 'minutes_group', `items.${at}.seconds.group`, 30],
                      ['budget', 'points_budget', `items.${at}.points.budget`, 20],
                      ['cap', 'points_cap', `items.${at}.points.cap`, 20],
                    ] as const
                  ).map(([name, word, field, max]) => (
                    <TextInput
                      key={name}
                      type="number"
                      min={name === 'state' || name === 'group' ? 0.5 : 1}
                      max={max}
                      step={name === 'state' || name === 'group' ? 0.5 : 1}
                      label={t(word)}
                      error={error(field)}
                      value={item[name]}
                      onChange={(value) => set(item.key, { [name]: value })}
                    />
                  ))}
                </div>
                {items.length > 1 && (
                  <Button
                    kind="quiet"
                    onClick={() => change(items.map((other) => ({ ...other, ...limitsOnly(item) })))}
                  >
                    {t('limits_for_all')}
                  </Button>
                )}
              </details>
              <details>
                <summary>{t('questions_of_item', { count: item.questionIds.length })}</summary>
                <Suspense fallback={<Skeleton />}>
                  <QuestionsChoice
                    consultationId={consultationId}
                    chosen={item.questionIds}
                    onChange={(questionIds) => set(item.key, { questionIds })}
                  />
                </Suspense>
              </details>
            </li>
          ))}
        </ol>
        {items.length < ITEMS_MAX && (
          <div>
            <Button onClick={add}>{t('add_item')}</Button>
          </div>
        )}
      </fieldset>
    </section>
  )
}

const limitsOnly = ({ state, group, budget, cap }: PlanItem) => ({ state, group, budget, cap })

type Choice = { chosen: readonly string[]; onChange: (ids: string[]) => void }

/** The questions of the consultation's lists that have gone out: a draft may still change. */
function QuestionsChoice({ consultationId, ...choice }: Choice & { consultationId: string }) {
  const t = useWords('planning')
  const { lists } = useView(readConsultation, { params: { consultationId } })
  const circulated = lists.filter(({ state }) => state !== 'draft')
  if (circulated.length === 0) return <p className="quiet">{t('no_circulated_lists')}</p>
  return circulated.map(({ id }) => <QuestionsOf key={id} listId={id} {...choice} />)
}

function QuestionsOf({ listId, chosen, onChange }: Choice & { listId: string }) {
  const list = useView(readList, { params: { listId } })
  return (
    <fieldset className="field">
      <legend>
        <Name of={list.title} />
      </legend>
      {numbered(list)
        .flatMap(({ questions }) => questions)
        .map(({ id, number, text }) => (
          <Checkbox
            key={id}
            label={
              <>
                {number}. <Name of={text} />
              </>
            }
            checked={chosen.includes(id)}
            onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
    </fieldset>
  )
}
