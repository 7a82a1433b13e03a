import { Box, Group } from '@mantine/core';
import { Link } from 'react-router';
import { Brand } from '../../components/brand';
import { Preferences } from '../../components/preferences';
import { AccountMenu } from './accountMenu';
import { PlaceLinks } from './placeLinks';
import classes from './topBar.module.css';

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
        <AccountMenu />
      </Group>
    </Group>
  );
}
