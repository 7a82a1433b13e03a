import { Button, Divider } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePublicStatus } from './usePublicStatus';

interface CompanySignInProps {
  /** Page to come back to. */
  returnTo: string;
  /** In a tab of its own: what stands on this page is kept, and goes on once the other one has signed in. */
  elsewhere?: boolean;
}

/** The way to the sign-in of the company, where there is one. */
export function CompanySignIn({ returnTo, elsewhere = false }: CompanySignInProps) {
  const { t } = useTranslation('auth');
  const companySignIn = usePublicStatus()?.companySignIn;
  if (!companySignIn) return null;
  return (
    <>
      <Divider label={t('company.or')} />
      <Button
        component="a"
        href={`/api/auth/oidc/start?${new URLSearchParams({ returnTo }).toString()}`}
        target={elsewhere ? '_blank' : undefined}
        rel={elsewhere ? 'noopener' : undefined}
        variant="default"
        size="md"
        leftSection={<IconBuilding size={18} aria-hidden />}
        data-testid="company-sign-in"
      >
        {t('company.submit', { name: companySignIn.name ?? t('company.name') })}
      </Button>
    </>
  );
}
