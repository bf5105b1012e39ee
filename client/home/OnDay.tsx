import { formatDate } from '@consultation/shared/house-style.ts'
import { useLanguage } from '../words/index.ts'

/** A day, or only a month or a year where no more is known. */
export function OnDay({ on }: { on: string }) {
  const language = useLanguage()
  if (on.length === 10) return <time dateTime={on}>{formatDate(on, language)}</time>
  if (on.length === 4) return <time dateTime={on}>{on}</time>
  // The house style's own date without its day.
  const [year, month] = on.split('-').map(Number)
  const name = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { year: 'numeric', month: 'long' })
  return <time dateTime={on}>{name.format(new Date(Date.UTC(year!, month! - 1, 15)))}</time>
}
