import i18next from 'i18next';
import type { Problem } from '../../shared/problem';
import { withFreshToken } from './api';
import { ApiError, fromProblem } from './apiError';

/**
 * Posts a form with a file as the signed-in employee and tells how much is sent. XMLHttpRequest, because `fetch`
 * does not tell the progress of what it sends.
 * @param onProgress gets the share that is sent, 0 to 1.
 * @param signal gives up, also in the middle.
 * @throws ApiError; the signal's reason when it was given up
 */
export function uploadForm<Answer>(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return withFreshToken((token) => postForm<Answer>(path, form, { token, onProgress, signal }));
}

interface PostOptions {
  token: string | undefined;
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

function postForm<Answer>(
  path: string,
  form: FormData,
  { token, onProgress, signal }: PostOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('Accept-Language', i18next.language);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.onabort = () => reject(signal?.reason as Error);
    request.onerror = () => reject(new ApiError(0, 'network', ''));
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Answer);
      else reject(uploadError(request));
    };
    request.send(form);
  });
}

function uploadError(request: XMLHttpRequest): ApiError {
  const problem = request.response as Problem | null;
  return problem?.code ? fromProblem(problem) : new ApiError(request.status, 'unexpected_answer', '');
}
