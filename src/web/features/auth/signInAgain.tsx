import { Button, getDefaultZIndex, Modal, Stack, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { leaveExpired, useSession } from '../../lib/session';
import { CompanySignIn } from './companySignIn';
import { SignInForm } from './signInForm';

/**
 * The sign-in over a page whose session was lost, in front of whatever is open there. What stands on the page is blurred, for whoever
 * comes by, and kept.
 */
export function SignInAgain() {
  const { t } = useTranslation('auth');
  const session = useSession();
  const mounted = useMounted();
  if (!('employee' in session)) return null;
  const { name, email } = session.employee;
  return (
    <Modal
      opened={mounted && session.status === 'expired'}
      onClose={() => undefined}
      title={t('again.title', { name })}
      centered
      zIndex={getDefaultZIndex('overlay')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ blur: 8 }}
    >
      <Stack data-testid="sign-in-again">
        <Text size="sm">{t('again.text')}</Text>
        <SignInForm email={email} />
        <CompanySignIn returnTo="/" elsewhere />
        <Text size="xs" c="dimmed">
          {t('again.leaveHelp')}
        </Text>
        <Button variant="default" onClick={leaveExpired} data-testid="leave-expired">
          {t('again.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
