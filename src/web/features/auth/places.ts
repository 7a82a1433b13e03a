import type { Permission, SignedInEmployeeDto } from '../../../shared/people';
import { may } from '../../lib/session';

interface Place {
  path: string;
  addresses: RegExp;
  label: string;
  permission: Permission;
  /** Who has this right finds it within another place. */
  unless?: Permission;
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
  { path: '/people', addresses: /^\/people/, label: 'nav.people', permission: 'employees.manage' },
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
    unless: 'system.view',
  },
  {
    path: '/system/migrations',
    addresses: /^\/system/,
    label: 'nav.migrations',
    permission: 'migrations.run',
    unless: 'system.view',
  },
] as const satisfies Place[];

export function placesOf(employee: SignedInEmployeeDto) {
  return places.filter(
    (place) => may(employee, place.permission) && !('unless' in place && may(employee, place.unless)),
  );
}
