import type { Permission, SignedInEmployeeDto } from '../../../shared/people';
import { may } from '../../lib/session';

interface Place {
  path: string;
  addresses: RegExp;
  label: string;
  permission: Permission;
  /** Whoever has this right finds it elsewhere. */
  within?: Permission;
}

/** The places of the product, in the order of the navigation, each with its addresses and the right it needs. */
const places = [
  { path: '/', addresses: /^\/(c\/|$)/, label: 'nav.chat', permission: 'chat.use' },
  {
    path: '/performance',
    addresses: /^\/(performance|customers)/,
    label: 'nav.performance',
    permission: 'chat.use',
  },
  { path: '/glossary', addresses: /^\/glossary/, label: 'nav.glossary', permission: 'chat.use' },
  { path: '/documents', addresses: /^\/documents/, label: 'nav.documents', permission: 'documents.manage' },
  {
    path: '/people',
    addresses: /^\/(people|assignments|aliases)/,
    label: 'nav.people',
    permission: 'employees.manage',
  },
  { path: '/team', addresses: /^\/team/, label: 'nav.team', permission: 'team.manage' },
  // Behind a tab of that place for whoever has it.
  {
    path: '/assignments',
    addresses: /^\/assignments/,
    label: 'nav.assignments',
    permission: 'assignments.manage',
    within: 'employees.manage',
  },
  {
    path: '/aliases',
    addresses: /^\/aliases/,
    label: 'nav.aliases',
    permission: 'data.import',
    within: 'employees.manage',
  },
  { path: '/imports', addresses: /^\/imports/, label: 'nav.imports', permission: 'data.import' },
  {
    path: '/verified-queries',
    addresses: /^\/verified-queries/,
    label: 'nav.verifiedQueries',
    permission: 'queries.verify',
  },
  { path: '/audit', addresses: /^\/audit/, label: 'nav.audit', permission: 'audit.read' },
  { path: '/system', addresses: /^\/(system|prompts)/, label: 'nav.system', permission: 'system.view' },
  // Pages of the system, for those who may use them and not see the whole.
  {
    path: '/prompts',
    addresses: /^\/prompts/,
    label: 'nav.prompts',
    permission: 'prompts.manage',
    within: 'system.view',
  },
  {
    path: '/system/migrations',
    addresses: /^\/system/,
    label: 'nav.migrations',
    permission: 'migrations.run',
    within: 'system.view',
  },
] as const satisfies Place[];

export function placesOf(employee: SignedInEmployeeDto) {
  return places.filter(
    (place) => may(employee, place.permission) && !('within' in place && may(employee, place.within)),
  );
}
