import { formatDate } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { useLanguage } from '../words/index.ts'

/** A day, or only a month or a year where no more is known. */
export function OnDay({ on }: { on: string }) {
  const language = useLanguage()
  if (on.length === 10) return <time dateTime={on}>{formatDate(on, language)}</time>
  if (on.length === 4) return <time dateTime={on}>{on}</time>
  return <time dateTime={on}>{monthOf(on, language)}</time>
}

/** `Intl` knows the months without a day, but not the double names of the Arabic house style, nor its Russian year. */
function monthOf(on: string, language: Language): string {
  if (language === 'ar') return formatDate(`${on}-01`, language).replace(/^1 /, '')
  const [year, month] = on.split('-').map(Number)
  const name = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { year: 'numeric', month: 'long' })
  return name.format(new Date(year!, month! - 1, 15)).replace(/ г\.$/, ' года')
}
