import { createBrowserRouter } from 'react-router';
import { NotFoundPage } from './components/notFoundPage';
import { PageFallback } from './components/pageFallback';
import { RouteError } from './components/routeError';
import { RequirePermission } from './features/auth/requirePermission';
import { SignedInLayout } from './features/auth/signedInLayout';
import { loadRestOfTexts } from './lib/i18n';

/** A page whose texts are not there from the start. */
function withTexts<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => (await Promise.all([load(), loadRestOfTexts()]))[0];
}

/** Every address of the client. A page's code is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <PageFallback />,
    children: [
      {
        path: 'setup',
        lazy: withTexts(async () => ({ Component: (await import('./features/setup/setupPage')).SetupPage })),
      },
      {
        path: 'login',
        lazy: async () => ({ Component: (await import('./features/auth/loginPage')).LoginPage }),
      },
      {
        Component: SignedInLayout,
        children: [
          {
            element: <RequirePermission permission="chat.use" />,
            children: [
              {
                // The page reads the conversation from the address and stays when it changes.
                lazy: async () => ({ Component: (await import('./features/chat/chatPage')).ChatPage }),
                children: [
                  { index: true, element: null },
                  { path: 'c/:conversationId', element: null },
                ],
              },
              {
                path: 'glossary',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/glossary/glossaryPage')).GlossaryPage,
                })),
              },
              {
                path: 'performance',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/performance/performancePage')).PerformancePage,
                })),
              },
              {
                path: 'customers/:code',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/customers/customerPage')).CustomerPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="documents.manage" />,
            children: [
              {
                path: 'documents',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/documents/documentsPage')).DocumentsPage,
                })),
              },
              {
                path: 'documents/search-test',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/retrieval/searchTestPage')).SearchTestPage,
                })),
              },
              {
                path: 'documents/content-gaps',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/retrieval/contentGapsPage')).ContentGapsPage,
                })),
              },
              {
                path: 'documents/search-words',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/retrieval/searchWordsPage')).SearchWordsPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="employees.manage" />,
            children: [
              {
                path: 'people',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/people/peoplePage')).PeoplePage,
                })),
              },
              {
                path: 'people/permissions',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/people/permissionsPage')).PermissionsPage,
                })),
              },
              {
                path: 'people/:id',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/people/personPage')).PersonPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="assignments.manage" />,
            children: [
              {
                path: 'assignments',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/assignments/assignmentsPage')).AssignmentsPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="data.import" />,
            children: [
              {
                path: 'aliases',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/aliases/aliasesPage')).AliasesPage,
                })),
              },
              {
                path: 'imports',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/imports/importsPage')).ImportsPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="queries.verify" />,
            children: [
              {
                path: 'verified-queries',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/verifiedQueries/verifiedQueriesPage'))
                    .VerifiedQueriesPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="audit.read" />,
            children: [
              {
                path: 'audit',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/audit/turnsPage')).TurnsPage,
                })),
              },
              {
                path: 'audit/numbers',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/auditNumbers/numbersPage')).NumbersPage,
                })),
              },
              {
                path: 'audit/review',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/review/reviewPage')).ReviewPage,
                })),
              },
              {
                path: 'audit/rules',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/review/rulesPage')).RulesPage,
                })),
              },
              {
                path: 'audit/evaluation-cases',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/review/casesPage')).CasesPage,
                })),
              },
              {
                path: 'audit/chain',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/audit/chainPage')).ChainPage,
                })),
              },
              {
                path: 'audit/exports',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/auditExports/exportsPage')).ExportsPage,
                })),
              },
              {
                path: 'audit/turns/:turnId',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/audit/turnPage')).TurnPage,
                })),
              },
              {
                path: 'audit/conversations/:conversationId',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/replay/replayPage')).ReplayPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="system.view" />,
            children: [
              {
                path: 'system',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/system/statusPage')).StatusPage,
                })),
              },
              {
                path: 'system/limits',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/system/limitsPage')).LimitsPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="migrations.run" />,
            children: [
              {
                path: 'system/migrations',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/system/migrationsPage')).MigrationsPage,
                })),
              },
            ],
          },
          {
            element: <RequirePermission permission="prompts.manage" />,
            children: [
              {
                path: 'prompts',
                lazy: withTexts(async () => ({
                  Component: (await import('./features/prompts/promptsPage')).PromptsPage,
                })),
              },
            ],
          },
          {
            path: 'profile',
            lazy: withTexts(async () => ({
              Component: (await import('./features/profile/profilePage')).ProfilePage,
            })),
          },
          {
            path: 'components',
            lazy: withTexts(async () => ({
              Component: (await import('./features/components/componentsPage')).ComponentsPage,
            })),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
