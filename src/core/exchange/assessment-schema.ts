import * as z from 'zod/mini';
import { type Assessment, decisionKinds } from '../assessment.ts';
import { dataKinds } from '../page/data-kind.ts';
import type { SignalId } from '../signals/index.ts';
import type { Argument } from '../verdict.ts';

const text = (length: number) => z.string().check(z.maxLength(length));
const name = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,60}$/));
const hostname = z.string().check(z.regex(/^[a-z0-9:[\]._-]{1,253}$/));
/** Whatever a clock may have said, however wrong it was set. */
const moment = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
/** As browsers write them: visible ASCII alone, and never a query or a fragment. */
const ADDRESS = /^https?:\/\/[!"$->@-~]+$/;
const kinds = z.array(z.enum(dataKinds)).check(z.maxLength(dataKinds.length));

const argument: z.ZodMiniType<Argument> = z.union([
  z.strictObject({ text: text(2_000) }),
  z.strictObject({ kinds }),
  z.strictObject({ provider: name }),
  z.strictObject({
    message: name,
    args: z.optional(
      z
        .array(z.union([z.strictObject({ text: text(2_000) }), z.strictObject({ kinds }), z.strictObject({ provider: name })]))
        .check(z.maxLength(9)),
    ),
  }),
]) as z.ZodMiniType<Argument>;

const evidence = z.strictObject({
  // Any name: a row may be older or newer than our signals, and its sentence is then a general one.
  signal: name as unknown as z.ZodMiniType<SignalId>,
  args: z.array(argument).check(z.maxLength(9)),
  found: z.array(z.strictObject({ text: text(2_000), where: text(60) })).check(z.maxLength(20)),
});

const assessment = z
  .strictObject({
    id: name,
    hostname,
    registrableDomain: hostname,
    url: z.string().check(z.maxLength(2_000), z.regex(ADDRESS)),
    title: text(400),
    level: z.enum(['caution', 'danger']),
    invokes: z.optional(name),
    asks: kinds,
    evidence: z.array(evidence).check(z.maxLength(60)),
    firstAt: moment,
    lastAt: moment,
    visits: z.int().check(z.gte(1), z.lte(1_000_000)),
    decisions: z.array(z.strictObject({ kind: z.enum(decisionKinds), at: moment })).check(z.maxLength(50)),
  })
  .check(
    z.refine(({ firstAt, lastAt }) => firstAt <= lastAt),
    z.refine(({ url, hostname: host }) => URL.canParse(url) && isAddressOn(new URL(url), host)),
  );

// A host name may end in a dot, which the row leaves out.
const isAddressOn = (url: URL, host: string) => url.hostname.replace(/\.$/, '') === host && url.username === '' && url.password === '';

/** Rows as a file or another window hands them over; throws where one is not what a row must be, with its place. */
export function parseAssessments(rows: unknown): Assessment[] {
  const parsed = z.array(assessment).safeParse(rows);
  if (parsed.success) return parsed.data as Assessment[];
  const path = parsed.error.issues[0]?.path ?? [];
  throw new MalformedRow(typeof path[0] === 'number' ? path[0] : 0, path.slice(1).map(String).join('.').slice(0, 60));
}

/** A row that is no assessment: which one, and where it is wrong. */
export class MalformedRow extends Error {
  readonly index: number;
  readonly field: string;

  constructor(index: number, field: string) {
    super(`row ${index + 1} is malformed at "${field}"`);
    this.name = 'MalformedRow';
    this.index = index;
    this.field = field;
  }
}
