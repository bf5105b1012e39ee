import type { ItemView, TemperatureResult, TemperatureView } from '@consultation/shared/room-view.ts'
import { TEMPERATURE_CHOICES, type TemperatureChoice } from '@consultation/shared/rules/temperature.ts'
import { answerTemperature } from '@consultation/shared/temperatures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import { useGroups } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Table } from '../ui/Table.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { nextStepOf } from './floor.ts'
import { listed } from './listed.ts'
import type { Room } from './use-room.ts'

const AskTemperature = lazy(async () => ({
  default: (await import('./podium/TemperatureControls.tsx')).AskTemperature,
}))
const TemperatureControls = lazy(async () => ({
  default: (await import('./podium/TemperatureControls.tsx')).TemperatureControls,
}))

/** Questions to take the temperature: indicative, never a vote, and no figure before the podium gives it out. */
export function TemperaturePanel({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('temperature')
  const { view } = room
  const onPodium = view.roles.length > 0
  const here = [...view.temperatures, ...view.preparedTemperatures].filter(({ itemId }) => itemId === item.id)
  if (here.length === 0 && !onPodium) return null
  return (
    <section aria-labelledby="temperature-title">
      <h3 id="temperature-title">{t('temperature')}</h3>
      <p className="small quiet">{t('not_a_vote')}</p>
      {here.map((one) => (
        <Question key={one.id} room={room} question={one} />
      ))}
      {onPodium && (
        <Suspense>
          <AskTemperature room={room} item={item} />
        </Suspense>
      )}
    </section>
  )
}

function Question({ room, question }: { room: Room; question: TemperatureView }) {
  const t = useWords('temperature')
  const { view } = room
  const text = inLanguage(question.question, t.language)
  const earlier = view.temperatures.find(({ id }) => id === question.earlierId)
  return (
    <article className="temperature stack">
      <h4 lang={text.language} dir="auto">
        {text.text}
      </h4>
      <p className="small quiet">
        {question.round > 1 && <>{t('round', { number: question.round })} · </>}
        {(question.state !== 'released' || question.result?.all) && t('temperature_state', { state: question.state })}
      </p>
      {question.state === 'open' && view.may['temperature.answer'] && <Answer room={room} question={question} />}
      {question.result && <Result result={question.result} before={earlier?.result ?? null} />}
      {question.state === 'released' && !question.result && <p>{t('too_few_answered')}</p>}
      {view.roles.length > 0 && (
        <Suspense>
          <TemperatureControls room={room} question={question} />
        </Suspense>
      )}
    </article>
  )
}

/** Chosen and then given: going through the choices with the arrow keys must not say each of them in a State’s name. */
function Answer({ room, question }: { room: Room; question: TemperatureView }) {
  const t = useWords('temperature')
  const answering = useCall(answerTemperature)
  const given = room.view.ownTemperatures.find(({ id }) => id === question.id)?.choice ?? null
  const [typed, setTyped] = useState<TemperatureChoice | null>(null)
  const item = room.view.items.find(({ id }) => id === question.itemId)
  const isNext = item && nextStepOf(room.view, item) === 'temperature'

  async function answer() {
    if (!typed) return
    const reply = await answering.send({ params: { temperatureId: question.id }, body: { choice: typed } })
    if (!reply) return
    room.own([{ set: 'ownTemperatures', value: reply }])
    setTyped(null)
    tell(t('answer_is_given'))
  }

  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void answer()
      }}
    >
      <RefusalNotice refusal={answering.refusal} />
      <RadioGroup
        label={t('your_delegations_answer')}
        help={t('changeable_until_closed')}
        value={typed ?? given}
        onChange={setTyped}
        options={TEMPERATURE_CHOICES.map((value) => ({ value, label: t('feeling', { choice: value }) }))}
      />
      {(given === null || (typed !== null && typed !== given)) && (
        <div>
          <Button type="submit" kind={isNext ? 'filled' : 'plain'} busy={answering.status === 'sending'}>
            {t('give_answer')}
          </Button>
        </div>
      )}
    </form>
  )
}

/** The figures as they were given out; merged where few stand behind them. */
function Result({ result, before }: { result: TemperatureResult; before: TemperatureResult | null }) {
  const t = useWords('temperature')
  const { regionName } = useGroups()
  const choices = (named: readonly TemperatureChoice[]) =>
    listed(
      named.map((choice) => t('feeling', { choice })),
      t.language,
      'disjunction',
    )
  const earlier = (named: readonly TemperatureChoice[]) =>
    before?.all?.find((part) => part.choices.join() === named.join())?.figure
  return (
    <>
      <p>{t('delegations_answered', { count: result.answered })}</p>
      {!result.all && <p>{t('too_few_answered')}</p>}
      {result.all && (
        <Table caption={t('figures_of_all')}>
          <thead>
            <tr>
              <th scope="col">{t('answer_column')}</th>
              <th scope="col" className="number">
                {t('delegations_column')}
              </th>
              {before?.all && (
                <th scope="col" className="number">
                  {t('round_before_column')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {result.all.map((part) => (
              <tr key={part.choices.join()}>
                <th scope="row">{choices(part.choices)}</th>
                <td className="number">{part.figure}</td>
                {before?.all && <td className="number">{earlier(part.choices) ?? t('not_comparable')}</td>}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {result.parts.length > 0 && <h5>{t('by_regional_groups')}</h5>}
      {result.parts.map((part) => {
        const regions = listed(
          part.regions.map((region) =>
            region ? inLanguage(regionName(region), t.language).text : t('no_regional_group'),
          ),
          t.language,
          'conjunction',
        )
        const head = (
          <>
            {regions}: <span className="quiet">{t('delegations_answered', { count: part.answered })}</span>
          </>
        )
        if (!part.figures) return <p key={regions}>{head}</p>
        return (
          <details key={regions}>
            <summary>{head}</summary>
            <ul className="plain-list">
              {part.figures.map(({ choices: named, figure }) => (
                <li key={named.join()}>
                  {choices(named)}: {figure}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
      {result.parts.some(({ figures }) => figures === null) && (
        <p className="small quiet">{t('no_figures_for_groups')}</p>
      )}
    </>
  )
}
