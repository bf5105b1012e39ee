/** The words of pages that are not opened first. */
export const furtherFiles = import.meta.glob<{ words: Record<string, string> }>([
  './*/*.ts',
  '!./common/*.ts',
  '!./sign-in/*.ts',
  '!./home/*.ts',
  '!./answering/*.ts',
])
