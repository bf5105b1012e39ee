/** The address as it is kept, or null where it may not be one: only what opens a page or a letter (shared/text.ts). */
export declare function linkAddress(typed: string): string | null
