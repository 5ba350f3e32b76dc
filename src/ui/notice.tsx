import type { Deeds } from './use-deeds.ts';

/** What came of the last thing done: read out at once where it failed. */
export function Notice({ notice: { words, failed } }: { notice: Deeds['notice'] }) {
  return (
    <>
      <p role="status" class="notice">
        {failed ? '' : words}
      </p>
      <p role="alert" class="notice level-danger">
        {failed ? words : ''}
      </p>
    </>
  );
}
