import { browser } from 'wxt/browser';
import { text } from './i18n.ts';
import type { Answer, Envelope, SurfaceRequests } from './messages.ts';

type Payload<R extends keyof SurfaceRequests> = Parameters<SurfaceRequests[R]>[0];
type Value<R extends keyof SurfaceRequests> = ReturnType<SurfaceRequests[R]>;

let unlock: string | undefined;
let askForPin: (() => Promise<string | undefined>) | undefined;
let asking: Promise<string | undefined> | undefined;

/** How this page asks for the helper's PIN: answers the word that it gave, or undefined where the reader gave up. */
export function askPinWith(ask: () => Promise<string | undefined>): void {
  askForPin = ask;
}

/**
 * The background's answer to one of our own pages; a refusal or silence becomes an Error with a sentence to show.
 * Where the helper's PIN is wanted first, the page asks for it and then asks again.
 */
export async function askBackground<R extends keyof SurfaceRequests>(request: R, payload: Payload<R>): Promise<Value<R>> {
  const answer = await send(request, payload);
  if (answer.ok) return answer.value;
  if (!answer.locked || !askForPin) throw new Error(answer.error);
  // Two requests at once ask one question.
  asking ??= askForPin().finally(() => {
    asking = undefined;
  });
  unlock = await asking;
  if (unlock === undefined) throw new Error(text('helper_gaveUp'));
  const second = await send(request, payload);
  if (!second.ok) throw new Error(second.error);
  return second.value;
}

async function send<R extends keyof SurfaceRequests>(request: R, payload: Payload<R>): Promise<Answer<Value<R>>> {
  const envelope: Envelope = { request, payload, ...(unlock !== undefined && { unlock }) };
  const answer: Answer<Value<R>> | undefined = await browser.runtime.sendMessage(envelope).catch((error: unknown) => {
    throw new Error(text('surface_noAnswer'), { cause: error });
  });
  if (!answer) throw new Error(text('surface_noAnswer'));
  return answer;
}
