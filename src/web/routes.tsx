import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { Permission } from '../shared/people';
import { NotFoundPage } from './components/notFoundPage';
import { PageFallback } from './components/pageFallback';
import { RouteError } from './components/routeError';
import { RequirePermission } from './features/auth/requirePermission';
import { SignedInLayout } from './features/auth/signedInLayout';
import { loadRestOfTexts } from './lib/i18n';

/** A page whose code is loaded when it is first opened, with the texts that are not there from the start. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return {
    path,
    lazy: async () => {
      const [Component] = await Promise.all([load(), loadRestOfTexts()]);
      return { Component };
    },
  };
}

/** Pages of those who have a right. */
function behind(permission: Permission, children: RouteObject[]): RouteObject {
  return { element: <RequirePermission permission={permission} />, children };
}

/** Every address of the client. */
export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <PageFallback />,
    children: [
      page('setup', async () => (await import('./features/setup/setupPage')).SetupPage),
      {
        path: 'login',
        lazy: async () => ({ Component: (await import('./features/auth/loginPage')).LoginPage }),
      },
      {
        Component: SignedInLayout,
        children: [
          behind('chat.use', [
            {
              // The page reads the conversation from the address and stays when it changes.
              lazy: async () => ({ Component: (await import('./features/chat/chatPage')).ChatPage }),
              children: [
                { index: true, element: null },
                { path: 'c/:conversationId', element: null },
              ],
            },
            page('glossary', async () => (await import('./features/glossary/glossaryPage')).GlossaryPage),
            page(
              'performance',
              async () => (await import('./features/performance/performancePage')).PerformancePage,
            ),
            page(
              'customers/:code',
              async () => (await import('./features/customers/customerPage')).CustomerPage,
            ),
          ]),
          behind('documents.manage', [
            page('documents', async () => (await import('./features/documents/documentsPage')).DocumentsPage),
            page(
              'documents/search-test',
              async () => (await import('./features/retrieval/searchTestPage')).SearchTestPage,
            ),
            page(
              'documents/content-gaps',
              async () => (await import('./features/retrieval/contentGapsPage')).ContentGapsPage,
            ),
            page(
              'documents/search-words',
              async () => (await import('./features/retrieval/searchWordsPage')).SearchWordsPage,
            ),
          ]),
          behind('employees.manage', [
            page('people', async () => (await import('./features/people/peoplePage')).PeoplePage),
            page(
              'people/permissions',
              async () => (await import('./features/people/permissionsPage')).PermissionsPage,
            ),
            page('people/:id', async () => (await import('./features/people/personPage')).PersonPage),
          ]),
          behind('team.manage', [
            page('team', async () => (await import('./features/team/teamPage')).TeamPage),
          ]),
          behind('assignments.manage', [
            page(
              'assignments',
              async () => (await import('./features/assignments/assignmentsPage')).AssignmentsPage,
            ),
          ]),
          behind('data.import', [
            page('aliases', async () => (await import('./features/aliases/aliasesPage')).AliasesPage),
            page('imports', async () => (await import('./features/imports/importsPage')).ImportsPage),
          ]),
          behind('queries.verify', [
            page(
              'verified-queries',
              async () =>
                (await import('./features/verifiedQueries/verifiedQueriesPage')).VerifiedQueriesPage,
            ),
          ]),
          behind('audit.read', [
            page('audit', async () => (await import('./features/audit/turnsPage')).TurnsPage),
            page(
              'audit/numbers',
              async () => (await import('./features/auditNumbers/numbersPage')).NumbersPage,
            ),
            page('audit/review', async () => (await import('./features/review/reviewPage')).ReviewPage),
            page('audit/rules', async () => (await import('./features/review/rulesPage')).RulesPage),
            page(
              'audit/evaluation-cases',
              async () => (await import('./features/review/casesPage')).CasesPage,
            ),
            page('audit/chain', async () => (await import('./features/audit/chainPage')).ChainPage),
            page(
              'audit/exports',
              async () => (await import('./features/auditExports/exportsPage')).ExportsPage,
            ),
            page('audit/turns/:turnId', async () => (await import('./features/audit/turnPage')).TurnPage),
            page(
              'audit/conversations/:conversationId',
              async () => (await import('./features/replay/replayPage')).ReplayPage,
            ),
          ]),
          behind('system.view', [
            page('system', async () => (await import('./features/system/statusPage')).StatusPage),
            page('system/limits', async () => (await import('./features/system/limitsPage')).LimitsPage),
          ]),
          behind('migrations.run', [
            page(
              'system/migrations',
              async () => (await import('./features/system/migrationsPage')).MigrationsPage,
            ),
          ]),
          behind('prompts.manage', [
            page('prompts', async () => (await import('./features/prompts/promptsPage')).PromptsPage),
          ]),
          page('profile', async () => (await import('./features/profile/profilePage')).ProfilePage),
          page(
            'components',
            async () => (await import('./features/components/componentsPage')).ComponentsPage,
          ),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
