import { browser } from 'wxt/browser';
import { text } from './i18n.ts';
import type { Answer, Envelope, SurfaceRequests } from './messages.ts';

type Payload<R extends keyof SurfaceRequests> = Parameters<SurfaceRequests[R]>[0];
type Value<R extends keyof SurfaceRequests> = ReturnType<SurfaceRequests[R]>;

/** The background's answer to one of our own pages; a refusal or silence becomes an Error with a sentence to show. */
export async function askBackground<R extends keyof SurfaceRequests>(request: R, payload: Payload<R>): Promise<Value<R>> {
  const envelope: Envelope = { request, payload };
  const answer: Answer<Value<R>> | undefined = await browser.runtime.sendMessage(envelope).catch((error: unknown) => {
    throw new Error(text('surface_noAnswer'), { cause: error });
  });
  if (!answer) throw new Error(text('surface_noAnswer'));
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
