import type { Language } from '../languages.ts'

export const HOLIDAYS = [
  'new_year',
  'good_friday',
  'eid_al_fitr',
  'memorial_day',
  'eid_al_adha',
  'independence_day',
  'labour_day',
  'thanksgiving',
  'christmas',
  'orthodox_christmas',
  'presidents_day',
  'orthodox_good_friday',
  'juneteenth',
  'yom_kippur',
] as const
export type HolidayName = (typeof HOLIDAYS)[number]
/** `date` is the day offices close, which may be the working day before or after the feast. */
export type Holiday = { date: string; name: HolidayName }

/**
 * HO1 The official holidays at Headquarters in New York that fall in the year: nine fixed by rule; the tenth each member of staff
 * chooses (`floatingHolidays`). Checked against the circulars for 2017, 2020 and 2024; the one for the year to come is
 * issued in the autumn before and prevails.
 */
export function headquartersHolidays(year: number): Holiday[] {
  return inYear(year, (y) => {
    const memorialDay = lastMonday(y, 5)
    const holidays: Holiday[] = [
      { date: observed(day(y, 1, 1)), name: 'new_year' },
      { date: plus(easter(y), -2), name: 'good_friday' },
      { date: memorialDay, name: 'memorial_day' },
      { date: observed(day(y, 7, 4)), name: 'independence_day' },
      { date: nth(y, 9, MONDAY, 1), name: 'labour_day' },
      { date: nth(y, 11, THURSDAY, 4), name: 'thanksgiving' },
      { date: observed(day(y, 12, 25)), name: 'christmas' },
    ]
    const eids = EIDS[y]
    if (!eids) return holidays
    const free = (date: string): string => (holidays.some((holiday) => holiday.date === date) ? plus(date, 1) : date)
    holidays.push({ date: free(observed(day(y, ...eids.fitr))), name: 'eid_al_fitr' })
    holidays.push({ date: free(observed(day(y, ...eids.adha))), name: 'eid_al_adha' })
    return holidays
  })
}

/**
 * HO2 Days on which no meeting is set although offices are open, because many of the staff are away. Only those whose
 * day is the same for all: Vesak, Diwali, Gurpurab, Nowruz and the Lunar New Year are left to the circular.
 */
export function floatingHolidays(year: number): Holiday[] {
  return inYear(year, (y) => {
    const holidays: Holiday[] = [
      { date: observed(day(y, 1, 7)), name: 'orthodox_christmas' },
      { date: nth(y, 2, MONDAY, 3), name: 'presidents_day' },
      { date: plus(orthodoxEaster(y), -2), name: 'orthodox_good_friday' },
    ]
    if (y >= 2022) holidays.push({ date: observed(day(y, 6, 19)), name: 'juneteenth' })
    const yomKippur = YOM_KIPPUR[y]
    if (yomKippur) holidays.push({ date: observed(day(y, ...yomKippur)), name: 'yom_kippur' })
    return holidays
  })
}

/**
 * HO3 Whether the general debate is held on that day (2017-09-19). General Assembly resolution 57/301: the session opens on the
 * Tuesday of the third week of September, counted from the first week with a working day; the debate on the Tuesday
 * after it, over nine working days. It often ends a few days sooner, and in 2023 to 2025 the session opened
 * earlier while the debate kept its week.
 */
export function isGeneralDebate(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const first = weekday(day(year, 9, 1))
  const firstSunday = plus(day(year, 9, 1), first === SATURDAY ? 1 : -first)
  const opening = plus(firstSunday, 7 * 3 + TUESDAY)
  return date >= opening && date <= plus(opening, 10) && weekday(date) !== SUNDAY
}

/** How the circulars and the Journal call them. */
export const HOLIDAY_NAMES: Record<HolidayName, Record<Language, string>> = {
  new_year: {
    ar: 'رأس السنة الميلادية',
    zh: '元旦',
    en: 'New Year’s Day',
    fr: 'Jour de l’An',
    ru: 'Новый год',
    es: 'Día de Año Nuevo',
  },
  good_friday: {
    ar: 'الجمعة العظيمة',
    zh: '耶稣受难日',
    en: 'Good Friday',
    fr: 'Vendredi saint',
    ru: 'Страстная пятница',
    es: 'Viernes Santo',
  },
  eid_al_fitr: {
    ar: 'عيد الفطر',
    zh: '开斋节',
    en: 'Eid al-Fitr',
    fr: 'Eïd al-Fitr',
    ru: 'Ид аль-Фитр',
    es: 'Eid al-Fitr',
  },
  memorial_day: {
    ar: 'يوم الذكرى',
    zh: '阵亡将士纪念日',
    en: 'Memorial Day',
    fr: 'Memorial Day',
    ru: 'День памяти',
    es: 'Día de los Caídos',
  },
  eid_al_adha: {
    ar: 'عيد الأضحى',
    zh: '宰牲节',
    en: 'Eid al-Adha',
    fr: 'Eïd al-Adha',
    ru: 'Ид аль-Адха',
    es: 'Eid al-Adha',
  },
  independence_day: {
    ar: 'يوم الاستقلال (البلد المضيف)',
    zh: '独立日（东道国）',
    en: 'Independence Day (host country)',
    fr: 'Fête de l’indépendance (pays hôte)',
    ru: 'День независимости (страна пребывания)',
    es: 'Día de la Independencia (país anfitrión)',
  },
  labour_day: {
    ar: 'عيد العمل',
    zh: '劳工节',
    en: 'Labour Day',
    fr: 'Fête du travail',
    ru: 'День труда',
    es: 'Día del Trabajo',
  },
  thanksgiving: {
    ar: 'عيد الشكر',
    zh: '感恩节',
    en: 'Thanksgiving Day',
    fr: 'Thanksgiving Day',
    ru: 'День благодарения',
    es: 'Día de Acción de Gracias',
  },
  christmas: {
    ar: 'عيد الميلاد',
    zh: '圣诞节',
    en: 'Christmas Day',
    fr: 'Noël',
    ru: 'Рождество',
    es: 'Navidad',
  },
  orthodox_christmas: {
    ar: 'عيد الميلاد لدى الأرثوذكس',
    zh: '东正教圣诞节',
    en: 'Orthodox Christmas',
    fr: 'Noël orthodoxe',
    ru: 'Православное Рождество',
    es: 'Navidad ortodoxa',
  },
  presidents_day: {
    ar: 'يوم الرؤساء',
    zh: '总统日',
    en: 'Presidents’ Day',
    fr: 'Presidents’ Day',
    ru: 'День президентов',
    es: 'Día de los Presidentes',
  },
  orthodox_good_friday: {
    ar: 'الجمعة العظيمة لدى الأرثوذكس',
    zh: '东正教耶稣受难日',
    en: 'Orthodox Good Friday',
    fr: 'Vendredi saint orthodoxe',
    ru: 'Православная Страстная пятница',
    es: 'Viernes Santo ortodoxo',
  },
  juneteenth: {
    ar: 'عيد التحرير (جونتينث)',
    zh: '六月节',
    en: 'Juneteenth',
    fr: 'Juneteenth',
    ru: 'Джунтинт',
    es: 'Juneteenth',
  },
  yom_kippur: {
    ar: 'يوم الغفران',
    zh: '赎罪日',
    en: 'Yom Kippur',
    fr: 'Yom Kippour',
    ru: 'Йом-Кипур',
    es: 'Yom Kipur',
  },
}

/**
 * Month and day of the feasts by the calculated calendar (Umm al-Qura), which the circulars have followed so far, moved to a
 * working day below. Provisional for every year whose circular is not yet out.
 */
const EIDS: Record<number, { fitr: [number, number]; adha: [number, number] }> = {
  2017: { fitr: [6, 25], adha: [9, 1] },
  2018: { fitr: [6, 15], adha: [8, 21] },
  2019: { fitr: [6, 4], adha: [8, 11] },
  2020: { fitr: [5, 24], adha: [7, 31] },
  2021: { fitr: [5, 13], adha: [7, 20] },
  2022: { fitr: [5, 2], adha: [7, 9] },
  2023: { fitr: [4, 21], adha: [6, 28] },
  2024: { fitr: [4, 10], adha: [6, 16] },
  2025: { fitr: [3, 30], adha: [6, 6] },
  2026: { fitr: [3, 20], adha: [5, 27] },
  2027: { fitr: [3, 9], adha: [5, 16] },
  2028: { fitr: [2, 26], adha: [5, 5] },
  2029: { fitr: [2, 14], adha: [4, 24] },
  2030: { fitr: [2, 4], adha: [4, 13] },
}

const YOM_KIPPUR: Record<number, [number, number]> = {
  2017: [9, 30],
  2018: [9, 19],
  2019: [10, 9],
  2020: [9, 28],
  2021: [9, 16],
  2022: [10, 5],
  2023: [9, 25],
  2024: [10, 12],
  2025: [10, 2],
  2026: [9, 21],
  2027: [10, 11],
  2028: [9, 30],
  2029: [9, 19],
  2030: [10, 7],
}

const SUNDAY = 0
const MONDAY = 1
const TUESDAY = 2
const THURSDAY = 4
const SATURDAY = 6

/** A Saturday’s holiday is kept on 31 December when it is New Year’s Day, so the next year is asked too. */
const inYear = (year: number, holidaysOf: (year: number) => Holiday[]) =>
  [...holidaysOf(year), ...holidaysOf(year + 1)]
    .filter((holiday) => holiday.date.startsWith(`${year}-`))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

const day = (year: number, month: number, dayOfMonth: number) =>
  new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10)
const plus = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

/** The nearest working day: Friday for a Saturday, Monday for a Sunday. */
function observed(date: string): string {
  const on = weekday(date)
  if (on === SATURDAY) return plus(date, -1)
  return on === SUNDAY ? plus(date, 1) : date
}

function nth(year: number, month: number, on: number, n: number): string {
  const first = day(year, month, 1)
  return plus(first, ((on - weekday(first) + 7) % 7) + 7 * (n - 1))
}

function lastMonday(year: number, month: number): string {
  const fifth = nth(year, month, MONDAY, 5)
  return Number(fifth.slice(5, 7)) === month ? fifth : plus(fifth, -7)
}

/** Western Easter, by the method of Meeus, Jones and Butcher. */
function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return day(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

/** Eastern Easter by Meeus’s Julian rule; the calendars are 13 days apart until 2099. */
function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const month = Math.floor((d + e + 114) / 31)
  return plus(day(year, month, ((d + e + 114) % 31) + 1), 13)
}
