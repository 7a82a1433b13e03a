import { UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../lib/format';
import classes from './spanList.module.css';

/** Characters of a text before the rest is asked for. */
const shownAtFirst = 600;
/** So few more are shown at once. */
const shownWithoutAsking = 900;

/** Something with its name above it. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className={classes.label}>{label}</div>
      {children}
    </div>
  );
}

/** Data as JSON; nothing where there is none. */
export function DataBlock({ label, data }: { label: string; data: unknown }) {
  if (data === null || data === undefined) return null;
  return <LongText label={label} text={typeof data === 'string' ? data : JSON.stringify(data, null, 2)} />;
}

/** A text as it was, folded where it is long; nothing where it is empty. */
export function LongText({ label, text }: { label?: string; text: string }) {
  const { t } = useTranslation('replay');
  const [whole, setWhole] = useState(false);
  if (text === '') return null;
  const folded = !whole && text.length > shownWithoutAsking;
  const block = (
    <>
      <pre className={classes.data} tabIndex={0}>
        {folded ? `${text.slice(0, shownAtFirst)}…` : text}
      </pre>
      {folded && (
        <UnstyledButton className={classes.more} onClick={() => setWhole(true)}>
          {t('trace.more', { length: formatCount(text.length) })}
        </UnstyledButton>
      )}
    </>
  );
  return label ? <Labelled label={label}>{block}</Labelled> : block;
}

/** Short facts beside their names. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children || '–'}</dd>
    </div>
  );
}
