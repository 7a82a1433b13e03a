import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { AppError } from '../errors';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a page of another site had a browser send this. Browsers say so by themselves (`Sec-Fetch-Site`, which no script can
 * change); one that does not is known by its `Origin`. Programs send neither.
 * @param publicUrl where browsers find this program, as far as it is set: a proxy may hand on another `Host`.
 */
export function isFromOtherSite(headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  const { 'sec-fetch-site': site, origin, host } = headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin === undefined) return false;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return false;
  return !isHost(origin, host);
}

/**
 * Refuses what another site's page would have changed here. The tokens are out of its reach anyway: the access token is in no
 * cookie, and the cookie of the refresh token is `SameSite=Strict`. This also keeps away pages of a neighbour under the same domain,
 * which count as the same site.
 */
export function refuseOtherSites(publicUrl?: string): RequestHandler {
  return (request, _response, next) => {
    if (!harmless.has(request.method) && isFromOtherSite(request.headers, publicUrl))
      throw new AppError('other_site');
    next();
  };
}

/** Whether an origin (`null` is nobody's) is of this host; a proxy may have left the port out of `Host`. */
function isHost(origin: string, host = ''): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return host === url.host || host === url.hostname;
}
