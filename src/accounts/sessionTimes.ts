/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** How long a sign-in lasts without being asked again. */
export const sessionDays = 30;
export const sessionMs = sessionDays * dayMs;

/** How long it may lie unused: a device that nobody opens for a week may be somebody else's by then. */
export const idleDays = 7;

/** When a sign-in must have been used last to stand now. */
export function unusedSince(now = new Date()): Date {
  return new Date(now.getTime() - idleDays * dayMs);
}
