/** What a call answered; `body` is null where there was none. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}
