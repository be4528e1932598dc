import { resolve } from 'node:path';
import { isPlaceholderAddress } from '#check/rules/placeholder-address.ts';
import { type Person, signerFor } from '#domain/people/consent/person.ts';
import { peopleFound } from '#domain/people/found-people.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { consentForm } from '#exports/consent-form/consent-form.ts';
import { type ConsentFormData, FORM_KINDS, type FormKind } from '#exports/consent-form/data.ts';
import { dayInChina } from '#format/date.ts';
import type { Environment } from '#reader/environment.ts';
import { Misused } from '../act.ts';
import { readAgeBand } from '../clerk-words.ts';
import { noStory, readAll } from '../content.ts';
import { replaceFile } from '../replace-file.ts';
import { peopleNamed } from './new-records.ts';

/** How each form is called where one is chosen. */
export const FORM_WORDS: Readonly<Record<FormKind, string>> = {
  adult: '成年',
  '14-17': '14—17岁',
  'under-14': '不满14岁',
  kin: '近亲属',
};

/** The form that is meant: by its word, or its id. Throws `Misused`. */
export function formKind(text: string): FormKind {
  const band = readAgeBand(text);
  if ('value' in band && band.value !== 'collective') return band.value;
  const kind = /近亲属|家属|去世/u.test(text) ? 'kin' : FORM_KINDS.find((one) => one === text.trim());
  if (kind) return kind;
  throw new Misused(`--print　现在是“${text}”，应当是${Object.values(FORM_WORDS).join('、')}里的一个。`);
}

/** The form that somebody in the records has to sign. */
function kindOf(person: Person): FormKind | null {
  if (person.age_band === 'collective') return null;
  return signerFor(person) === 'kin' ? 'kin' : person.age_band;
}

/** What is asked of the forms to print. */
export interface FormRequest {
  readonly kind: FormKind;
  /** A name, or an id. */
  readonly person: string | undefined;
  readonly story: string | undefined;
}

/** Everything on the forms. Throws `Misused` where there is no such story or no such person for that form. */
function formData({ kind, person, story }: FormRequest, environment: Environment): ConsentFormData {
  const { content, standings, records } = readAll(environment);
  if (!content) throw new Misused('内容里有错误，网站的名字和联系方式读不出来。先运行 npm run check。');
  const { name, address, contact } = content.site;
  const own = standings.find((one) => one.story.id === story)?.story;
  if (story !== undefined && !own) {
    const ids = standings.map((one) => one.story.id);
    throw new Misused(noStory(story, ids, true));
  }
  const chosen = (one: Person) => ({ name: one.name ?? one.alias ?? '', role: one.role });
  const asked = (): ConsentFormData['people'] => {
    if (person !== undefined) {
      const known = records.people.filter((one) => !one.sample);
      const found = known.filter(({ id }) => id === person);
      const named = found.length > 0 ? found : peopleNamed(known, person);
      const fitting = named.filter((one) => kindOf(one) === kind);
      const [other] = named;
      if (other && fitting.length === 0) {
        const right = kindOf(other);
        throw new Misused(
          right ? `记录里他要签的是“${FORM_WORDS[right]}”的一份：--print ${FORM_WORDS[right]}。` : '集体不用授权书。',
        );
      }
      return fitting.length > 0 ? fitting.map(chosen) : [{ name: person, role: '' }];
    }
    if (!own) return [];
    return peopleFound(own, records).flatMap(({ name: printed, cover }) => {
      if (cover.is === 'undecided') return [{ name: printed, role: '' }];
      return cover.is === 'recorded' ? cover.persons.filter((one) => kindOf(one) === kind).map(chosen) : [];
    });
  };
  return {
    ...{
      kind,
      site: name,
      address: isPlaceholderAddress(address) ? '' : address,
      story: own?.title ?? '',
      people: asked(),
    },
    publisher: confirmedPublisher(content.site, dayInChina(environment.now.toISOString())) ?? '',
    contact: [contact.phone, contact.email, contact.address].find((one) => one !== null) ?? '',
  };
}

/** Writes the forms to print; returns the file and how many people are on it. Throws `Misused`. */
export function printForm(request: FormRequest, out: string | undefined, environment: Environment) {
  const target = resolve(out ?? `review/授权书-${FORM_WORDS[request.kind]}.html`);
  if (!/\.html?$/i.test(target)) throw new Misused(`--out　现在是“${out}”，应当以 .html 结尾。`);
  const data = formData(request, environment);
  replaceFile(target, consentForm(data), { mode: 0o600 });
  return { target, people: data.people.length };
}
