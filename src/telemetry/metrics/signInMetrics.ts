import { Counter, type Registry } from 'prom-client';

const ways = ['password', 'second_factor', 'company', 'api_key'] as const;
const outcomes = ['accepted', 'refused', 'locked'] as const;

/** Counts something that was shown to be let in by, and what came of it; whose it was is for the audit. */
export type CountSignInCheck = (way: (typeof ways)[number], outcome: (typeof outcomes)[number]) => void;

/** Who is let into this process, and who is not. */
export function createSignInMetrics(registry: Registry): CountSignInCheck {
  const checks = new Counter({
    name: 'narutalk_sign_in_checks_total',
    help: 'Passwords, second factors, accounts of the company and API keys that were shown, by outcome (accepted, refused, locked).',
    labelNames: ['way', 'outcome'],
    registers: [registry],
  });
  // A series that begins above 0 has not increased: the first refusals after a start would not be seen.
  for (const way of ways) for (const outcome of outcomes) checks.inc({ way, outcome }, 0);
  return (way, outcome) => checks.inc({ way, outcome });
}
