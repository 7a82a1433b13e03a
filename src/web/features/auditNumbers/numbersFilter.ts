import { daysBetween, maximumDays, timeUnits, type TimeUnit } from '../../../shared/auditNumbers';
import { koreanDay } from '../../../shared/koreanTime';
import { recentDays } from '../retrieval/recentDays';

/** Whose turns are counted, of which Korean days, both inclusive. */
export interface NumbersFilter {
  from: string;
  to: string;
  team?: string;
  employeeNo?: string;
  model?: string;
}

export const presets = ['today', 'week', 'month', 'thisMonth'] as const;
export type Preset = (typeof presets)[number];

/** The days a preset stands for, at a moment. */
export function daysOf(preset: Preset, now: Date): { from: string; to: string } {
  if (preset === 'today') return recentDays(1, now);
  if (preset === 'week') return recentDays(7, now);
  if (preset === 'month') return recentDays(30, now);
  const today = koreanDay(now);
  return { from: `${today.slice(0, 7)}-01`, to: today };
}

/** The preset that days are those of; null: none. */
export function presetOf({ from, to }: { from: string; to: string }, now: Date): Preset | null {
  return presets.find((preset) => daysOf(preset, now).from === from && daysOf(preset, now).to === to) ?? null;
}

/** What the address of the page asks for; what it does not say, or says wrongly, is the last seven days of all. */
export function readNumbersFilter(parameters: URLSearchParams, now: Date): NumbersFilter {
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  const asked = isDay(from) && isDay(to) && isRange({ from, to }) ? { from, to } : daysOf('week', now);
  const given = (name: string) => parameters.get(name) || undefined;
  return { ...asked, team: given('team'), employeeNo: given('employeeNo'), model: given('model') };
}

/** Days that the numbers can be had of. */
export function isRange({ from, to }: { from: string; to: string }): boolean {
  return isDay(from) && isDay(to) && from <= to && daysBetween(from, to) <= maximumDays;
}

export function unitOf(parameters: URLSearchParams, { from, to }: NumbersFilter): TimeUnit {
  const asked = timeUnits.find((unit) => unit === parameters.get('by'));
  const days = daysBetween(from, to);
  if (asked && (asked !== 'hour' || days <= 31)) return asked;
  if (days <= 2) return 'hour';
  return days <= 62 ? 'day' : 'week';
}

function isDay(text: string | null): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text!));
}
