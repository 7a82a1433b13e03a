import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './spanList.module.css';
import { Labelled } from './spanValues';

/** A statement in lines, with the values it was run with. */
export function SqlBlock({ sql, parameters }: { sql: string; parameters: unknown[] }) {
  const { t } = useTranslation('replay');
  // The formatter is large and seldom wanted.
  const formatted = useQuery({
    queryKey: ['sql', sql],
    queryFn: async () => (await import('./formatSql')).formatSql(sql),
    staleTime: Infinity,
  });
  return (
    <>
      <pre className={classes.data} tabIndex={0} data-testid="sql">
        <code>{formatted.data ?? sql}</code>
      </pre>
      {parameters.length > 0 && (
        <Labelled label={t('trace.values')}>
          <ol className={classes.values}>
            {parameters.map((value, at) => (
              <li key={at}>
                <code>{`$${at + 1} = ${JSON.stringify(value)}`}</code>
              </li>
            ))}
          </ol>
        </Labelled>
      )}
    </>
  );
}
