/** The first moment of the day in the zone. */
export declare const startOf: (day: string, zone: string) => string
/** Until the end of that day: the membership ends with the first moment of the next. */
export declare function endOf(day: string, zone: string): string
/** The last day of a period that ends at this instant, as a date field shows it. */
export declare const lastDay: (until: string, zone: string) => string
export declare const dayOf: (at: string, zone: string) => string
