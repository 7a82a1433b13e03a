export interface Day {
  year: number;
  month: number;
  day: number;
}

const tokens: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<year>\\d{2})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
};

/** Reads a day as a template says it is written, such as `DD/MM/YYYY`; without a day of the month, the first. */
export function readByFormat(written: string, format: string): Day | null {
  const pattern = format.replace(/YYYY|YY|MM|M|DD|D|[^A-Za-z0-9]/g, (part) => tokens[part] ?? `\\${part}`);
  const groups = new RegExp(`^${pattern}$`).exec(written)?.groups;
  if (!groups) return null;
  return { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day ?? 1) };
}
