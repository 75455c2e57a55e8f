/** What came back, or nothing when the line broke before the whole answer was there. */
export type Answer = { status: number; body: string; cookies: string[] } | undefined;

export type Door = (wish: { path: string; body?: object; cookie?: string; key?: string }) => Promise<Answer>;

/** The desk as a program sees it. */
export const doorsAt = (port: number): Door => async ({ path, body, cookie, key }) => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(cookie && { cookie }),
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.text(), cookies: answer.headers.getSetCookie() };
  } catch {
    return undefined;
  }
};

/** An answer that must be there and say yes. */
export const yes = async <Said>(asked: Promise<Answer>): Promise<Said> => {
  const answer = await asked;
  if (answer?.status !== 200) throw new Error(`The desk answered ${answer?.status ?? 'nothing'}: ${answer?.body.slice(0, 300) ?? ''}`);
  return JSON.parse(answer.body) as Said;
};
