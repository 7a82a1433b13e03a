import type { Actor } from '../policies/actor';
import { demand } from '../policies/permissions';
import type { ImportKind } from '../shared/imports';
import type { Permission } from '../shared/people';

/** Rights that a kind asks for beside the right to import: a file must not do what its sender may not do by hand. */
const alsoNeeded: Partial<Record<ImportKind, Permission>> = {
  employees: 'employees.manage',
  assignments: 'assignments.manage',
};

/** @throws AppError `forbidden` */
export function demandKind(actor: Actor, kind: ImportKind): void {
  demand(actor, 'data.import');
  const needed = alsoNeeded[kind];
  if (needed) demand(actor, needed);
}
