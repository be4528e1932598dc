import { namesIn } from '../text/names/names.ts';

/** Names that the plan itself prints: its officials are public by its own words. Whom it withholds is not among them. */
export const namesInPlan = (passages: Iterable<string>): ReadonlySet<string> =>
  new Set(
    [...passages].flatMap((text) =>
      namesIn(text).flatMap(({ name, certainty }) => (certainty === 'certain' ? [name] : [])),
    ),
  );
