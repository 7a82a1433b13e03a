import { z } from 'zod';

/** The year 0000, which ISO 8601 knows, is none to the database; from 1000 on no time zone leads there. */
const error = 'a year from 1000';

/** A calendar day as somebody gives it, YYYY-MM-DD. */
export const calendarDay = z.iso.date().refine((day) => day >= '1000', { error });

/** A moment with its offset, or a calendar day. */
export const momentOrDay = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .refine((moment) => moment >= '1000' && moment < '9999', { error: 'a year from 1000 to 9998' });

/** A calendar month, YYYY-MM. */
export const calendarMonth = z.string().regex(/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/);
