import { Button, Group, Paper } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { may, useEmployee } from '../../lib/session';
import { AuditTabs } from '../audit/auditTabs';
import { ApplyRules } from './applyRules';
import { RuleDialog } from './ruleDialog';
import { RuleList } from './ruleList';

/** The rules by which turns are flagged. */
export function RulesPage() {
  const { t } = useTranslation('review');
  const mayReview = may(useEmployee(), 'audit.review');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Page
      title={t('rule.title')}
      description={t('rule.description')}
      actions={
        mayReview && (
          <Group>
            <ApplyRules />
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setIsAdding(true)}
              data-testid="add-rule"
            >
              {t('rule.add')}
            </Button>
          </Group>
        )
      }
    >
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <RuleList mayReview={mayReview} />
      </Paper>
      {isAdding && <RuleDialog onClose={() => setIsAdding(false)} />}
    </Page>
  );
}
