import type { Words } from './types';

/** Word lists as they are easiest to read: in one line, parted by commas. */
export function words(korean: string, english: string): Words {
  return { ko: korean.split(', '), en: english.split(', ') };
}
