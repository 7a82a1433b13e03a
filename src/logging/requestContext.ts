import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../shared/problem';

/** What is known of the request being served, wherever the code is. */
export interface RequestContext {
  requestId: string;
  language: Language;
  /** W3C `traceparent` it came with: the step of another program that it belongs to. */
  traceparent?: string;
  /** The key by which a program makes it; undefined: a person does. */
  apiKeyId?: string;
  /** Names of the records it has left in the audit so far. */
  records?: Set<string>;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being served; undefined outside one. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` as part of a request. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Runs `work` as part of no request. */
export function withoutRequestContext<T>(work: () => T): T {
  return storage.exit(work);
}

/** Stands for the record of a refusal, of whatever name, among those of a request. */
export const refusalRecord = 'refusal';

/** Notes that the request being served has left a record of this name in the audit. */
export function noteRecord(name: string): void {
  const context = storage.getStore();
  if (context) (context.records ??= new Set()).add(name);
}

/** Notes by which key the request being served is made. */
export function noteApiKey(apiKeyId: string | undefined): void {
  const context = storage.getStore();
  if (context && apiKeyId !== undefined) context.apiKeyId = apiKeyId;
}

/** Whether the request being served has left a record of this name. */
export function hasRecord(name: string): boolean {
  return storage.getStore()?.records?.has(name) ?? false;
}
