import { Box, Center } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { contentId, SkipLink } from '../../components/skipLink';
import { loadRestOfTexts } from '../../lib/i18n';
import { restoreSession, useSession } from '../../lib/session';
import { MigrationsNotice } from '../system/migrationsNotice';
import { LostSession } from './lostSession';
import classes from './signedInLayout.module.css';
import { TopBar } from './topBar';

const FactorDemanded = lazy(async () => {
  const [{ FactorDemanded }] = await Promise.all([import('../profile/factorDemanded'), loadRestOfTexts()]);
  return { default: FactorDemanded };
});

/**
 * The frame of every page behind the sign-in; without a session it leads to the sign-in and back. When the session is lost in the
 * middle of something, the page stays, with what was typed in it, and the sign-in comes to it. While a second factor is owed, its
 * set-up takes the place of the page.
 */
export function SignedInLayout() {
  const session = useSession();
  const { pathname, search } = useLocation();
  switch (session.status) {
    case 'restoring':
      return <PageFallback />;
    case 'unreachable':
      return (
        <Center h="100%" p="lg">
          <ErrorNotice error={session.error} onRetry={() => void restoreSession()} />
        </Center>
      );
    case 'signedOut':
      // Who left on purpose starts anew: the next person may not have this page.
      return (
        <Navigate
          to="/login"
          replace
          state={session.because === 'left' ? null : { from: pathname + search }}
        />
      );
    case 'owesFactor':
      return (
        <Suspense fallback={<PageFallback />}>
          <FactorDemanded />
        </Suspense>
      );
    case 'signedIn':
    case 'expired':
      return (
        <Box className={classes.layout}>
          <LostSession />
          <SkipLink />
          <div>
            <TopBar />
            <MigrationsNotice />
          </div>
          <Box className={classes.page} id={contentId} tabIndex={-1}>
            <Suspense fallback={<PageFallback />}>
              <Outlet />
            </Suspense>
          </Box>
        </Box>
      );
  }
}
