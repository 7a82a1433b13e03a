import { Box, Button, Divider, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Preferences } from '../../components/preferences';
import { signOut, useEmployee } from '../../lib/session';
import { AccountButton } from './accountButton';
import { PlaceLinks } from './placeLinks';

/** Who is signed in and the way out; on a phone also the places and preferences the top bar has no room for. */
export function AccountMenu() {
  const { t } = useTranslation();
  const employee = useEmployee();
  const [opened, menu] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={menu.toggle} position="bottom-end" width={240} trapFocus shadow="md">
      <Popover.Target>
        <AccountButton onClick={menu.toggle} data-testid="account-menu" />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account')}>
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={600}>
              {employee.name}
            </Text>
            <Text size="xs" c="dimmed">
              {[t(`role.${employee.role}`), employee.team].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <Box hiddenFrom="sm">
            <PlaceLinks direction="column" onFollow={menu.close} />
            <Divider my="sm" />
            <Preferences />
          </Box>
          <Divider />
          <Button
            component={Link}
            to="/profile"
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            justify="flex-start"
            leftSection={<IconUserCircle size={16} aria-hidden />}
            onClick={menu.close}
            // The places above it are first, and where they are not shown the focus would go nowhere.
            data-autofocus
            data-testid="open-profile"
          >
            {t('profile')}
          </Button>
          <SignOutButton />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function SignOutButton() {
  const { t } = useTranslation();
  const leave = () =>
    signOut().catch(() => notifications.show({ color: 'yellow', message: t('signOutNotDelivered') }));
  return (
    <Button
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      justify="flex-start"
      leftSection={<IconLogout size={16} aria-hidden />}
      onClick={() => void leave()}
    >
      {t('signOut')}
    </Button>
  );
}
