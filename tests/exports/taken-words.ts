import { readAll } from '#desk/content.ts';
import { type Taken, takenFrom, takingOf } from '#desk/export/taking.ts';
import { readEnvironment } from '#reader/environment.ts';
import { lookupOf, rightsOf, type StoryLookup } from '#stories/render/components.ts';
import { plainStory } from '#stories/render/plain.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';

const environment = readEnvironment({ SITE_NOW: '2026-12-01' }, projectFolder);
const read = readAll(environment);
export const stories = read.standings.map(({ story }) => story.id);

/** A story as a document, whether or not it may be out. */
export const takenOf = (id: string) => {
  const { programme, story } = takingOf(read, id, environment, '');
  if (!story) throw new Error(`${id} cannot be read`);
  return takenFrom(programme, story, environment);
};

/** Without what only sets the words apart; the sign of two numbers that disagree is a mark too. */
export const bare = (text: string) => text.replaceAll(/[≠\s　・【】〔〕｜，☑☐—]|\d+\. /gu, '');

/** The words of a story, and those of its author's notes, by the renderer of press kits: no marks behind numbers, no addresses behind links. */
export function plainWords({ story: { page, markdown, base, address, figures }, document }: Taken) {
  const { numbers, names, passage, sides } = page;
  const known = lookupOf({ numbers, names, passage, sides, pictures: new Map() }, (name) => {
    const figure = figures.get(name);
    return figure && { figure, taken: null };
  });
  const lookup: StoryLookup = {
    ...known,
    number: (fact) => ({ ...known.number(fact), mark: '', differs: null, corrected: null }),
    passage: (locator) => ({ ...passage(locator), href: null }),
  };
  const photos = document.pictures.filter(({ kind }) => kind === 'photo').map(({ name }) => [name, ''] as const);
  const lines = plainStory(markdown, { lookup, base, page: address, pictures: new Map(photos), figures: new Map() });
  const text = lines.join('').replaceAll(/（https?:[^）]*）|〔照片　〕|〔注\d+〕/g, '');
  // Under the heading that a page has for those who do not see the line above them.
  const [own = '', notes = ''] = text.replaceAll('〔图　', '〔').split('【注释】');
  return { text: bare(own), notes: bare(notes) };
}

/** What stands before the text: the cover, who it tells of, what was put right. */
export function headWords({ story: { page, cover } }: Taken): string {
  const { subtitle, summary, profile, aliases, corrections, coverRights } = page;
  return bare(
    [
      subtitle ?? '',
      cover !== null && coverRights ? `${coverRights.caption}${rightsOf(coverRights)}` : '',
      summary,
      profile
        ? [
            `${profile.name}${profile.alias ? '（化名）' : ''}`,
            ...profile.rows.map(({ term, text }) => `${term}：${text}`),
            profile.words ?? '',
          ].join('')
        : '',
      aliases.length > 0 ? `文中的${aliases.join('、')}是化名。` : '',
      ...corrections.map(({ dateText, text }) => `更正${dateText}${text}`),
    ].join(''),
  );
}
