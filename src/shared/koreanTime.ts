/** Every calendar day and month of the product is Korean: UTC+9, without summer time since 1988. */
export const koreanTimeZone = 'Asia/Seoul';

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: koreanTimeZone });

/** The calendar day in Korea at an instant, as YYYY-MM-DD. */
export function koreanDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** The first moment of a calendar day (YYYY-MM-DD) in Korea. */
export function startOfKoreanDay(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}

const dayMs = 86_400_000;

/** The first moment after a calendar day (YYYY-MM-DD) in Korea. */
export function endOfKoreanDay(day: string): Date {
  return new Date(startOfKoreanDay(day).getTime() + dayMs);
}
