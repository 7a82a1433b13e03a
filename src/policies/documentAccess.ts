import type { Audience } from '../shared/documents';
import type { Actor } from './actor';
import { may } from './permissions';

const everyone = 'everyone';

/** Who may read a document, as the search index keeps it. An empty audience means everyone signed in. */
export function audiencePrincipals(audience: Audience): string[] {
  const principals = [
    ...(audience.roles ?? []).map((role) => `role:${role}`),
    ...(audience.teams ?? []).map((team) => `team:${team}`),
    ...(audience.employeeNos ?? []).map((employeeNo) => `employee:${employeeNo}`),
  ];
  return principals.length > 0 ? principals : [everyone];
}

/** The principals a person reads as; null: may read every document. */
export function readerPrincipals(actor: Actor): string[] | null {
  if (may(actor, 'documents.manage')) return null;
  return [
    everyone,
    `role:${actor.role}`,
    `employee:${actor.employeeNo}`,
    ...(actor.team ? [`team:${actor.team}`] : []),
  ];
}

/** Whether a person may read a document with this audience: what the index asks, for one document. */
export function mayReadDocument(actor: Actor, audience: Audience): boolean {
  const reader = readerPrincipals(actor);
  return reader === null || audiencePrincipals(audience).some((principal) => reader.includes(principal));
}
