import type { Language } from './languages.ts'

// Dates, times and numbers as the Organization writes them. `Intl` answers only which day and hour it is in a time zone:
// how its data spell a date differs from browser to browser, and from the house style in all six languages.

export const NEW_YORK = 'America/New_York'

type Moment = { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

const MONTHS: Record<Exclude<Language, 'zh'>, string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  ar: [
    'كانون الثاني/يناير',
    'شباط/فبراير',
    'آذار/مارس',
    'نيسان/أبريل',
    'أيار/مايو',
    'حزيران/يونيه',
    'تموز/يوليه',
    'آب/أغسطس',
    'أيلول/سبتمبر',
    'تشرين الأول/أكتوبر',
    'تشرين الثاني/نوفمبر',
    'كانون الأول/ديسمبر',
  ],
}

const WEEKDAYS: Record<Language, string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  ru: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
}

// The seats of the Organization by name; other zones by what `Intl` calls them.
const ZONES: Record<string, Record<Language, string>> = {
  [NEW_YORK]: {
    en: 'New York time',
    fr: 'heure de New York',
    es: 'hora de Nueva York',
    ru: 'по нью-йоркскому времени',
    zh: '纽约时间',
    ar: 'بتوقيت نيويورك',
  },
  'Europe/Zurich': {
    en: 'Geneva time',
    fr: 'heure de Genève',
    es: 'hora de Ginebra',
    ru: 'по женевскому времени',
    zh: '日内瓦时间',
    ar: 'بتوقيت جنيف',
  },
  'Europe/Vienna': {
    en: 'Vienna time',
    fr: 'heure de Vienne',
    es: 'hora de Viena',
    ru: 'по венскому времени',
    zh: '维也纳时间',
    ar: 'بتوقيت فيينا',
  },
  'Africa/Nairobi': {
    en: 'Nairobi time',
    fr: 'heure de Nairobi',
    es: 'hora de Nairobi',
    ru: 'по времени Найроби',
    zh: '内罗毕时间',
    ar: 'بتوقيت نيروبي',
  },
}

const formats = new Map<string, Intl.DateTimeFormat>()

function momentIn(iso: string, zone: string): Moment {
  // A bare date is that day everywhere; read as an instant it would be the day before in New York.
  const bare = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)
  if (bare) {
    const [year, month, day] = [Number(bare[1]), Number(bare[2]), Number(bare[3])]
    return { year, month, day, hour: 0, minute: 0, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
  }
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(zone, format)
  }
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(new Date(iso))) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

const two = (n: number) => String(n).padStart(2, '0')

function dateOf({ year, month, day, weekday }: Moment, language: Language, withWeekday: boolean): string {
  const name = language === 'zh' ? '' : MONTHS[language][month - 1]
  const weekdayName = WEEKDAYS[language][weekday]
  switch (language) {
    case 'en':
      return `${withWeekday ? `${weekdayName}, ` : ''}${day} ${name} ${year}`
    case 'fr':
      return `${withWeekday ? `${weekdayName} ` : ''}${day === 1 ? '1er' : day} ${name} ${year}`
    case 'es':
      return `${withWeekday ? `${weekdayName} ` : ''}${day} de ${name} de ${year}`
    case 'ru':
      return `${withWeekday ? `${weekdayName}, ` : ''}${day} ${name} ${year} года`
    case 'zh':
      return `${year}年${month}月${day}日${withWeekday ? weekdayName : ''}`
    case 'ar':
      return `${withWeekday ? `${weekdayName}، ` : ''}${day} ${name} ${year}`
  }
}

function timeOf({ hour, minute }: Moment, language: Language): string {
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  switch (language) {
    case 'en': {
      if (minute === 0 && hour === 12) return 'noon'
      if (minute === 0 && hour === 0) return 'midnight'
      return `${twelve}${minute ? `.${two(minute)}` : ''}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`
    }
    case 'fr':
      return minute ? `${hour}\u00a0h\u00a0${two(minute)}` : `${hour}\u00a0${hour < 2 ? 'heure' : 'heures'}`
    case 'es':
      return `${hour}.${two(minute)}\u00a0horas`
    case 'ru':
      return `${hour}\u00a0ч. ${two(minute)}\u00a0мин.`
    case 'zh': {
      if (hour === 0) return `零时${minute ? `${minute}分` : ''}`
      const half = hour < 12 ? '上午' : hour === 12 ? '中午' : '下午'
      return `${half}${twelve}时${minute ? `${minute}分` : ''}`
    }
    case 'ar':
      return `الساعة ${two(hour)}:${two(minute)}`
  }
}

/** The zone by name, to stand in brackets after a time. */
export function zoneName(zone: string, language: Language, iso?: string): string {
  const known = ZONES[zone]
  if (known) return known[language]
  const at = iso ? new Date(iso) : undefined
  const parts = new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

type DateOptions = { weekday?: boolean }

/** The day of an instant in the zone (or a bare date), e.g. 31 May 2017, 1er mai 2017, 31 أيار/مايو 2017. */
export const formatDate = (
  iso: string,
  language: Language,
  zone: string = NEW_YORK,
  options: DateOptions = {},
): string => dateOf(momentIn(iso, zone), language, options.weekday ?? false)

// A month that stands alone is in the nominative in Russian; the other languages write it as in a date.
const RUSSIAN_MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

/** A day, a month or a year, as far as it is known: 31 May 2017, July 2017, 2017. */
export function formatPartialDay(on: string, language: Language): string {
  if (on.length > 7) return formatDate(on, language)
  const [year = '', month] = on.split('-')
  if (!month) return language === 'zh' ? `${year}年` : language === 'ru' ? `${year} год` : year
  const at = Number(month) - 1
  switch (language) {
    case 'zh':
      return `${year}年${at + 1}月`
    case 'ru':
      return `${RUSSIAN_MONTHS[at]} ${year} года`
    case 'es':
      return `${MONTHS.es[at]} de ${year}`
    default:
      return `${MONTHS[language][at]} ${year}`
  }
}

/** The time of day alone, e.g. 10 a.m., noon, 10 heures, 10.00 horas. */
export const formatTime = (iso: string, language: Language, zone: string = NEW_YORK): string =>
  timeOf(momentIn(iso, zone), language)

/** Day, time and, in brackets, whose time it is. */
export function formatDateTime(
  iso: string,
  language: Language,
  zone: string = NEW_YORK,
  options: DateOptions = {},
): string {
  const moment = momentIn(iso, zone)
  const [date, time] = [dateOf(moment, language, options.weekday ?? false), timeOf(moment, language)]
  const whose = zoneName(zone, language, iso)
  if (language === 'zh') return `${date}${time}（${whose}）`
  return `${date}${language === 'ar' ? '،' : ','} ${time} (${whose})`
}

/** A number with its thousands apart: a comma in English, a space elsewhere; western digits in every language. */
export function formatNumber(value: number, language: Language): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  // A no-break space is a common separator to the bidi algorithm, so a number does not fall apart in Arabic text.
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0')
  const point = language === 'en' || language === 'zh' ? '.' : ','
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? point + fraction : ''}`
}

const ARABIC_ORDINALS = ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا', 'سابعا', 'ثامنا', 'تاسعا', 'عاشرا']
const ARABIC_ANNEXES = [
  'الأول',
  'الثاني',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'السابع',
  'الثامن',
  'التاسع',
  'العاشر',
]
const ARABIC_LETTERS = [
  'ألف',
  'باء',
  'جيم',
  'دال',
  'هاء',
  'واو',
  'زاي',
  'حاء',
  'طاء',
  'ياء',
  'كاف',
  'لام',
  'ميم',
  'نون',
]
const ARABIC_SMALL = ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن']
const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function roman(n: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let [rest, text] = [n, '']
  for (const [worth, sign] of steps) for (; rest >= worth; rest -= worth) text += sign
  return text
}

/** A, B, ... Z, AA, AB. */
const letters = (n: number): string =>
  (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26))

const chinese = (n: number) =>
  n > 99 ? String(n) : `${n >= 20 ? CHINESE[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${CHINESE[n % 10]}`

/** What stands before the nth heading of its level: I. A. 1. (a), in the form of each language. */
export function headingLabel(level: 1 | 2 | 3 | 4, n: number, language: Language): string {
  if (language === 'ar') {
    const word = [ARABIC_ORDINALS, ARABIC_LETTERS, [], ARABIC_SMALL][level - 1]?.[n - 1] ?? String(n)
    return level === 4 ? `(${word})` : `${word} -`
  }
  switch (level) {
    case 1:
      return language === 'zh' ? `${chinese(n)}.` : `${roman(n)}.`
    case 2:
      return `${letters(n)}.`
    case 3:
      return `${n}.`
    case 4: {
      const letter = letters(n).toLowerCase()
      return language === 'fr' || language === 'es' || language === 'ru' ? `${letter})` : `(${letter})`
    }
  }
}

/** Annex I, Annexe I, 附件一, المرفق الأول. */
export function annexLabel(n: number, language: Language): string {
  const names: Record<Language, string> = {
    en: `Annex ${roman(n)}`,
    fr: `Annexe ${roman(n)}`,
    es: `Anexo ${roman(n)}`,
    ru: `Приложение ${roman(n)}`,
    zh: `附件${chinese(n)}`,
    ar: `المرفق ${ARABIC_ANNEXES[n - 1] ?? n}`,
  }
  return names[language]
}

/** Paragraphs carry arabic numerals in every language, so that a reference is the same in all of them. */
export const paragraphLabel = (n: number, language: Language): string => (language === 'ar' ? `${n} -` : `${n}.`)
