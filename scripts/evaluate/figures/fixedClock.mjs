// The sample company is made up to "today": an evaluation that is to give the same figures on any day needs one day.

/** When the questions are asked: a Friday, late in a month and in the middle of a quarter. */
export const askedAt = new Date('2026-11-20T18:00:00+09:00');
/** The same as a day of the Korean calendar. */
export const today = '2026-11-20';

/** Sets this process to an instant from where its clock goes on. Timers run as before. */
export function setProcessClock(instant) {
  const RealDate = globalThis.Date;
  const ahead = instant.getTime() - RealDate.now();
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

/** Sets the functions by which this database decides who sees what, which ask it for the day, to an instant. */
export async function setRightsClock(sequelize, instant) {
  const [functions] = await sequelize.query(
    `SELECT pg_get_functiondef(oid) AS definition FROM pg_proc
     WHERE pronamespace = 'app'::regnamespace AND prosrc LIKE '%now()%'`,
  );
  for (const { definition } of functions) {
    await sequelize.query(definition.replaceAll('now()', `'${instant.toISOString()}'::timestamptz`));
  }
}
