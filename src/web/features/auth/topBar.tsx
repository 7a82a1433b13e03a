import { Box, Group } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { Brand } from '../../components/brand';
import { Preferences } from '../../components/preferences';
import { AccountButton } from './accountButton';
import { PlaceLinks } from './placeLinks';
import classes from './topBar.module.css';

/** What opens over the page is a large part of the component kit: it comes behind the page, which can be used without. */
const AccountMenu = lazy(async () => ({ default: (await import('./accountMenu')).AccountMenu }));

/** Product name, navigation, preferences, account. */
export function TopBar() {
  return (
    <Group component="header" className={classes.bar} justify="space-between" wrap="nowrap">
      <Group wrap="nowrap" gap="xl">
        <Link to="/" className={classes.brand}>
          <Brand />
        </Link>
        <Box visibleFrom="sm">
          <PlaceLinks direction="row" />
        </Box>
      </Group>
      <Group wrap="nowrap" gap="xs">
        <Box visibleFrom="sm">
          <Preferences />
        </Box>
        <Suspense fallback={<AccountButton aria-disabled />}>
          <AccountMenu />
        </Suspense>
      </Group>
    </Group>
  );
}
