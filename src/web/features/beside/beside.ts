/** What is opened beside a chat. */
export type Beside = { kind: 'customer'; code: string } | { kind: 'performance' };
