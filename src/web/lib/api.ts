import { ApiError } from './apiError';
import { type HttpRequest, sendRequest } from './http';
import { fileNameOf } from './saveFile';
import { currentAccessToken, noteRefusal, refreshSession, signedInAgain } from './session';

type AuthorisedRequest = Omit<HttpRequest, 'token'>;

/** A call as the signed-in employee; the answer's JSON. @throws ApiError */
export async function api<Answer>(path: string, request?: AuthorisedRequest): Promise<Answer> {
  const response = await authorisedRequest(path, request);
  return (await response.json()) as Answer;
}

/** A call whose answer has no body that matters. @throws ApiError */
export async function apiCommand(path: string, request: AuthorisedRequest): Promise<void> {
  await authorisedRequest(path, request);
}

/** A file behind the sign-in. @throws ApiError */
export async function apiFile(path: string): Promise<Blob> {
  const response = await authorisedRequest(path);
  return response.blob();
}

/** A file behind the sign-in, with the name the server gives it. @throws ApiError */
export async function apiDownload(
  path: string,
  otherwise: string,
): Promise<{ content: Blob; fileName: string }> {
  const response = await authorisedRequest(path);
  const fileName = fileNameOf(response.headers.get('Content-Disposition'), otherwise);
  return { content: await response.blob(), fileName };
}

function authorisedRequest(path: string, request?: AuthorisedRequest): Promise<Response> {
  return withFreshToken((token) => sendRequest(path, { ...request, token }));
}

/**
 * Runs a call with the access token and once more with a new one when the first had run out. Where the session is over, it waits for
 * its person to sign in again: what was asked for is done then, and not lost.
 */
export async function withFreshToken<Result>(call: (token?: string) => Promise<Result>): Promise<Result> {
  try {
    return await call(currentAccessToken());
  } catch (error) {
    if (error instanceof ApiError) noteRefusal(error.code);
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    if (!(await refreshSession()) && !(await signedInAgain())) throw error;
    return call(currentAccessToken());
  }
}
