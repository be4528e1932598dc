import { factHistory } from '#domain/data-releases/fact-history.ts';
import { namedFigures } from '#domain/programme/figure-names.ts';
import { dayInChina } from '#format/date.ts';
import { quotingRules } from '#format/press-rules.ts';
import { sentenceFrom, speaker } from '#format/publisher.ts';
import { WHOLE_POSTER } from '#format/share-picture.ts';
import { extentWords } from '#format/status.ts';
import { storyArchive } from './archive.ts';
import { deedsOf, wholePoster } from './home.ts';
import { numberIfAny } from './number.ts';
import { build, routes } from './programme.ts';
import { storyCard } from './story-card.ts';

/** So many stories stand here; the list has the others. */
const STORIES = 3;

const LENGTHS = [
  { key: 'short', name: '五十字以内' },
  { key: 'medium', name: '一百五十字以内' },
  { key: 'long', name: '四百字以内' },
] as const;

export type MediaView = Awaited<ReturnType<typeof mediaView>>;

/** What those who write about the programme come for, in one place. `siteUrl`: address of the site, with protocol. */
export async function mediaView(siteUrl: string) {
  const { programme, now } = await build();
  const { site, document, words } = programme;
  const { all } = await storyArchive();
  // Where nobody has said which: how much there is in all, and what the slip of the home page tells.
  const deeds = deedsOf(programme).map(({ number }) => number.id);
  const asked = site.press?.facts ?? ['programme-projects', 'programme-townships', ...deeds];
  return {
    texts: LENGTHS.flatMap(({ key, name }) => {
      const text = site.press?.[key];
      return text === undefined ? [] : [{ id: `text-${key}`, label: `${name}（${text.length}字）`, text }];
    }),
    numbers: asked.flatMap((id) => {
      const number = numberIfAny(programme, id);
      if (!number) return [];
      const page = new URL(number.href, siteUrl).href;
      const place = number.markHref ? `《${document.plan_title}》${number.mark}；` : '';
      const { release } = factHistory(id, programme.facts, programme.content);
      return [{ number, text: sentenceFrom(number.sentence, `${place}${site.name}，${page}`, release) }];
    }),
    /** Newest first, whatever stands in front in the lists. */
    stories: all
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))
      .slice(0, STORIES)
      .map((story) => storyCard(programme, story)),
    figures: namedFigures(programme).length,
    poster: wholePoster(programme) && routes.poster(WHOLE_POSTER),
    rules: quotingRules({
      ...{ plan: document.plan_title, author: document.author, speaker: speaker(site, dayInChina(now)) },
    }),
    /** 全文, or 摘录 where not all of it is here. */
    extent: extentWords(document),
    /** What has a stripe of its own on the cloth. */
    stripe: (words.third ?? words.receiver).noun,
  };
}
