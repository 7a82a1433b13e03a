import express, { type Express } from 'express';
import { AppError } from './errors';
import type { Services } from './services';
import { errorHandler } from './middlewares/errorHandler';
import { refuseOtherSites } from './middlewares/otherSites';
import { callLimit, guessLimit } from './middlewares/rateLimit';
import { requestContext } from './middlewares/requestContext';
import { keepOutOfCaches, securityHeaders } from './middlewares/securityHeaders';
import { serveClient } from './middlewares/serveClient';
import { adminRoutes } from './routes/admin/admin';
import { searchIndexRoutes } from './routes/admin/searchIndex';
import { aliasRoutes } from './routes/aliases/aliases';
import { assignmentRoutes } from './routes/assignments/assignments';
import { asViewed } from './routes/audit/asViewed';
import { auditRoutes } from './routes/audit/audit';
import { auditExportRoutes } from './routes/audit/auditExports';
import { auditNumbersRoutes } from './routes/auditNumbers/auditNumbers';
import { replayRoutes } from './routes/audit/replay';
import { reviewRoutes } from './routes/audit/review';
import { turnFilterRoutes } from './routes/audit/turnFilters';
import { apiKeyRoutes } from './routes/auth/apiKeys';
import { authRoutes } from './routes/auth/auth';
import { companySignInRoutes, logoutPath } from './routes/auth/companySignIn';
import { ownAccountRoutes } from './routes/auth/ownAccount';
import { secondFactorRoutes } from './routes/auth/secondFactor';
import { conversationRoutes } from './routes/conversations/conversations';
import { customerDocumentRoutes } from './routes/customers/customerDocuments';
import { customerRoutes } from './routes/customers/customers';
import { documentRoutes } from './routes/documents/documents';
import { employeeRoutes } from './routes/employees/employees';
import { glossaryRoutes } from './routes/glossary/glossary';
import { limitRoutes } from './routes/limits/limits';
import { importRoutes } from './routes/imports/imports';
import { importTemplateRoutes } from './routes/imports/importTemplates';
import { mountRoutes } from './routes/mountRoutes';
import { asyncApiRoute } from './routes/openapi/asyncApi';
import { docsPageRoute } from './routes/openapi/docsPage';
import { openApiRoute } from './routes/openapi/openApi';
import { promptRoutes } from './routes/prompts/prompts';
import type { Route } from './routes/route';
import { contentGapRoutes } from './routes/search/contentGaps';
import { explainRoutes } from './routes/search/explain';
import { searchRoutes } from './routes/search/search';
import { statsRoutes } from './routes/stats/stats';
import { suggestionRoutes } from './routes/suggestions/suggestions';
import { operatorRoutes, systemRoutes } from './routes/system/system';
import { systemStatusRoutes } from './routes/system/systemStatus';
import { teamRoutes } from './routes/team/team';
import { usageRoutes } from './routes/usage/usage';
import { verifiedQueryRoutes } from './routes/verifiedQueries/verifiedQueries';

/** Bytes of a JSON body: no call of the contract needs more. */
const maximumBodySize = '256kb';

/** Where the API is; everything else is the client. */
const apiPaths = ['/api', '/admin', '/init-admin'];

/** Every REST route of the contract. */
export function allRoutes(services: Services): Route[] {
  const {
    env,
    accounts,
    employees,
    repositories,
    audit,
    auditChain,
    auditView,
    privacy,
    chat,
    ingestion,
    imports,
    setUp,
    migrator,
  } = services;
  const secureCookies = env.nodeEnv === 'production';
  const auditedRoutes = [
    ...turnFilterRoutes(repositories, audit),
    ...auditRoutes(repositories, audit, auditChain, auditView),
    ...auditExportRoutes(services.auditExports),
    ...auditNumbersRoutes(repositories, audit),
    ...replayRoutes(repositories, audit),
    ...reviewRoutes(services.review, repositories, audit, auditView),
  ];
  const routes = [
    ...systemRoutes(services),
    ...systemStatusRoutes(services),
    ...adminRoutes({ accounts, setUp, migrator, audit }),
    ...authRoutes(accounts, { secureCookies }),
    ...companySignInRoutes(services.companySignIn, { secureCookies }),
    ...ownAccountRoutes(services.ownAccount, accounts),
    ...apiKeyRoutes(services.apiKeys, accounts),
    ...secondFactorRoutes(services.secondFactor, accounts),
    ...employeeRoutes(employees, repositories),
    ...assignmentRoutes(repositories, audit),
    ...teamRoutes(services.team),
    ...aliasRoutes(services.aliases, repositories),
    ...documentRoutes(ingestion),
    ...importRoutes(imports),
    ...importTemplateRoutes(imports),
    ...searchIndexRoutes(ingestion),
    ...searchRoutes(services.searchPassages, audit),
    ...explainRoutes(services.retrieve, repositories.people, audit),
    ...asViewed(contentGapRoutes(repositories, audit), auditView, privacy.mask),
    ...glossaryRoutes(),
    ...conversationRoutes(chat, services.ownChats, repositories, services.exportTable),
    ...customerRoutes(services.database.readAs),
    ...customerDocumentRoutes(services.documentLinks),
    ...statsRoutes(services.statistics),
    ...limitRoutes(env),
    ...suggestionRoutes(services.suggestQuestions),
    ...usageRoutes(repositories, env.chatLimits),
    ...asViewed(auditedRoutes, auditView, privacy.mask),
    ...promptRoutes(services.prompts, repositories),
    ...asViewed(verifiedQueryRoutes(services.verifiedQueries, repositories), auditView),
    asyncApiRoute(services.version),
  ];
  return [...routes, openApiRoute(routes, services.version), docsPageRoute(routes)];
}

/** The HTTP side of the program, without listening. */
export function createApp(services: Services): Express {
  const { env, accounts, calls, migrator, logger } = services;
  const app = express();
  app.set('trust proxy', env.trustProxyHops);
  app.disable('x-powered-by');
  app.use(requestContext);
  app.use(securityHeaders());
  app.use(apiPaths, keepOutOfCaches);
  app.use(callLimit());
  app.use(refuseOtherSites(env.companySignIn?.publicUrl));
  app.use(express.json({ limit: maximumBodySize }));
  // The one call whose form is not ours to choose.
  app.use(logoutPath, express.urlencoded({ extended: false, limit: maximumBodySize }));
  app.use(
    mountRoutes(allRoutes(services), {
      accounts,
      calls,
      requests: services.metrics.calls,
      guard: guessLimit(),
      whileReachable: services.database.whileReachable,
      isMigrated: migrator.isMigrated,
    }),
  );
  app.use(apiPaths, () => {
    throw new AppError('not_found');
  });
  app.use(serveClient(calls));
  app.use(() => {
    throw new AppError('not_found');
  });
  app.use(errorHandler(logger, calls));
  return app;
}

/** What a process answers on the port for operators: whether it is alive and ready, and its figures. */
export function createOperatorApp(services: Services): Express {
  const { accounts, calls, migrator, logger, metrics, database } = services;
  const app = express();
  app.disable('x-powered-by');
  app.use(requestContext);
  app.use(securityHeaders());
  app.use(
    mountRoutes(operatorRoutes(services), {
      ...{ accounts, calls, requests: metrics.calls, guard: guessLimit() },
      whileReachable: database.whileReachable,
      isMigrated: migrator.isMigrated,
    }),
  );
  app.use(() => {
    throw new AppError('not_found');
  });
  app.use(errorHandler(logger, calls));
  return app;
}
