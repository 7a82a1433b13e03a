import type { Request } from 'express';

/** The token of `Authorization: Bearer <token>`; null when there is none. */
export function bearerToken(request: Request): string | null {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
