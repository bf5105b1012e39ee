/** What has become of a measure. Late is not a state: it follows from the date. */
export const MEASURE_STATES = ['proposed', 'decided', 'under_way', 'done', 'dropped'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]
