import { NEW_YORK } from '@consultation/shared/house-style.ts'
import { useMemo } from 'react'
import { useLanguage } from '../words/index.ts'
import { type FieldText, Select } from './Field.tsx'

const SEATS = [NEW_YORK, 'Europe/Zurich', 'Europe/Vienna', 'Africa/Nairobi']

type Props = FieldText & { id?: string; value: string; onChange: (zone: string) => void }

/** Every time zone of the world: where the Organization sits first, then by distance from New York's midnight. */
export function ZoneSelect({ value, onChange, ...rest }: Props) {
  const language = useLanguage()
  const options = useMemo(() => {
    const zones = new Set([...SEATS, value, ...Intl.supportedValuesOf('timeZone')])
    return [...zones].map((zone) => ({ value: zone, label: labelOf(zone, language) }))
  }, [language, value])
  return <Select {...rest} value={value} onChange={onChange} options={options} />
}

/** "Africa / Accra (GMT)": the names of the tz database are English everywhere; the offset is in the reader's language. */
function labelOf(zone: string, language: string): string {
  const offset = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts()
    .find((part) => part.type === 'timeZoneName')?.value
  return `${zone.replaceAll('_', ' ').replaceAll('/', ' / ')} (${offset})`
}
