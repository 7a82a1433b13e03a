import type { Period } from './calendar';

/** `2026-09-01 ~ 2026-09-30` */
export function dates({ from, to }: Period): string {
  return from === to ? from : `${from} ~ ${to}`;
}
