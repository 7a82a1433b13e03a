import { rolePermissions } from '../policies/permissions';
import type { Route, Who } from '../routes/route';
import { permissions, roles, type Permission } from '../shared/people';
import type { SocketEvent } from '../sockets/socketEvent';

/** What each right is about, in a sentence. */
export type RightTexts = Record<Permission, { name: string; text: string }>;

/** Who may do what, as a Markdown page: from the roles, the routes and the events themselves. */
export function renderRights(
  routes: Pick<Route, 'method' | 'path' | 'summary' | 'who' | 'owingFactor'>[],
  events: Pick<SocketEvent, 'name'>[],
  texts: RightTexts,
): string {
  return [
    '# Rights',
    '',
    'Made from `src/policies/permissions.ts`, the routes and the events by `npm run rights`; a test fails when it differs.',
    'What a person sees of documents and figures goes by role, team and assignments besides: see `docs/llm-security.md` and',
    '`docs/compliance.md`.',
    '',
    '## Roles',
    '',
    'Every right can be given to one person beyond the role (`PUT /api/employees/:id/permissions`), and taken again.',
    '',
    `| right | what it is | ${roles.join(' | ')} |`,
    `|---|---|${roles.map(() => ':-:|').join('')}`,
    ...permissions.map(
      (right) =>
        `| \`${right}\` | ${texts[right].text} | ${roles
          .map((role) => (rolePermissions[role].includes(right) ? 'yes' : ''))
          .join(' | ')} |`,
    ),
    '',
    '## Figures and documents',
    '',
    '| role | figures, kept by row-level security in the database | documents |',
    '|---|---|---|',
    '| rep | own rows, and all rows of customers assigned today | those for everybody, the role, the team or the person |',
    '| manager | the same for everybody of the team | as a rep |',
    '| analyst | all | as a rep |',
    '| admin | all | all |',
    '',
    'A person who is deactivated sees nothing. `figures.all` and `documents.manage` open the same to whoever is given them.',
    '',
    '## The own team',
    '',
    'Whoever has `team.manage` looks after the people of the own team who have no role above the own and no right the holder has',
    'not: name, sign-in, a new password, and which of them looks after which customer of the team. Everybody else is not there',
    '(404). The routes are those under `/api/team` below; role, team, e-mail address and rights stay with `employees.manage`.',
    '',
    '## Without the second factor that is demanded',
    '',
    'Whoever has a role of `SECOND_FACTOR_ROLES`, signed in with a password and has no second factor has no right until there is one, and',
    'no event of the socket. Of the routes behind the sign-in these are left:',
    '',
    ...routes
      .filter(({ owingFactor }) => owingFactor)
      .map(({ method, path }) => `- \`${method.toUpperCase()} ${path}\``),
    '',
    ...sectionsOf(routes),
    '## Events of the socket',
    '',
    'Each asks who the person is now. `chat:send` and `chat:regenerate` need `chat.use`; every event reaches own chats only.',
    '',
    ...events.map(({ name }) => `- \`${name}\``),
    '',
  ].join('\n');
}

function sectionsOf(routes: Parameters<typeof renderRights>[0]): string[] {
  const headings: [Who, string][] = [
    ['everyone', 'Routes without sign-in, or with a proof of their own: set-up token, refresh cookie, key'],
    ['signedIn', 'Routes of everybody who is signed in: own things, and others as far as they may be seen'],
    ...permissions.map((right): [Who, string] => [right, `Routes with \`${right}\``]),
  ];
  return headings.flatMap(([who, heading]) => {
    const own = routes.filter((route) => route.who === who);
    if (own.length === 0) return [];
    const lines = own.map(
      ({ method, path, summary }) =>
        `| \`${method.toUpperCase()} ${path}\` | ${summary.replace(/\s+/gu, ' ')} |`,
    );
    return [`## ${heading}`, '', '| call | what it does |', '|---|---|', ...lines, ''];
  });
}
