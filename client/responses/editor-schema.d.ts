import type { Extensions } from '@tiptap/core'
/** Exactly what a text may hold (shared/text.ts), and the way back. */
export declare const extensions: Extensions
