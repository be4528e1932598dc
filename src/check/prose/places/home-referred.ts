import { sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, ProseFinding } from '../prose.ts';
import { type Homes, homeFinding } from './home-finding.ts';
import type { Mention } from './mentions.ts';
import { NO_STATEMENT, OTHER_AID } from './relations.ts';

/** 该镇由某市结对; 答：是某市: the place stands in the sentence before. */
const REFERS =
  /^[\s“]*(?:(?:该|这个|这座|此)(?<level>乡镇|镇|乡|县)|这里[是由]|那里[是由]|这儿[是由]|它[是由]|(?<answer>答)[：:])/u;
const PAIRED = /结对|对口|援建|帮扶|支援|援助/u;

/** Cities said to be paired with the place of the sentence before, which another city is paired with. */
export function referredFaults(
  source: ProseBlock,
  block: number,
  mentionsIn: (text: string) => Mention[],
  homes: Homes,
): ProseFinding[] {
  const { text } = source;
  if (!/该|这个|这座|此[乡镇县]|[这那]里[是由]|这儿[是由]|它[是由]|答/u.test(text)) return [];
  const sentences = sentencesIn(text);
  return sentences.flatMap((sentence, i): ProseFinding[] => {
    const before = sentences[i - 1];
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200));
    const match = REFERS.exec(words);
    if (!before || !match || NO_STATEMENT.test(words) || OTHER_AID.test(words)) return [];
    const earlier = text.slice(Math.max(before.start, before.end - 200), before.end);
    const answers = match.groups?.['answer'] !== undefined;
    if (!PAIRED.test(answers ? earlier : words)) return [];
    const level = match.groups?.['level'] === '县' ? 'county' : 'township';
    const [places, cities] = [mentionsIn(earlier), mentionsIn(words)];
    const of = (all: readonly Mention[], wanted: Mention['level']) => all.filter((m) => m.level === wanted);
    const [place, ...others] = of(places, answers && of(places, 'township').length === 0 ? 'county' : level);
    const [city, ...more] = of(cities, 'city');
    if (!place || !city || others.length > 0 || more.length > 0) return [];
    // Another place of its own in the sentence: it may speak of that.
    if (of(cities, 'township').length > 0 || homes.of(place).length === 0) return [];
    if (homes.of(place).some((journey) => homes.of(city).includes(journey))) return [];
    const range = { start: city.start + sentence.start, end: city.end + sentence.start };
    const code = place.level === 'township' ? 'city-township' : 'city-county';
    return [homeFinding(source, block, { ...range, severity: 'warning', code, place }, homes)];
  });
}
