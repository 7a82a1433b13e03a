/** How a button looks that stands beside figures. */
export const quiet = {
  variant: 'subtle',
  color: 'gray',
  c: 'var(--mantine-color-text)',
  size: 'compact-xs',
} as const;
