import { chineseNumber } from '#domain/plan/chinese-number.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../../text/glance.ts';
import { numbersIn, numeral } from '../../text/numbers.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import { holds as boundHolds } from '../projects/known.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { hasOtherYear } from '../scope.ts';

/** Somebody whom the document names with a post. */
interface Holder {
  readonly name: string;
  /** Posts and places in the group as single words: 副书记, 党组成员, 挂职, 副组长. */
  readonly posts: ReadonlySet<string>;
  /** The same as the document has it: 副组长，团省委副书记、党组成员. */
  readonly words: string;
  /** Place in the group: 组长, 副组长, 办公室主任. */
  readonly place: string;
  readonly clause: string;
}

/** Words for posts, the longer first. */
const POST_WORDS = [
  '党组副书记',
  '党组书记',
  '党组成员',
  '副书记',
  '书记',
  '副组长',
  '组长',
  '办公室副主任',
  '办公室主任',
  '副主任',
  '主任',
  '挂职',
  '兼职',
] as const;

const POST = new RegExp(POST_WORDS.join('|'), 'gu');
/** The posts that some words name. */
const postsIn = (words: string): string[] => matchesIn(words, POST).map(([post]) => post);

/** 组 长：某某  某委书记; a line without a label goes on with the label before it. */
const LISTED =
  /^(?:(?<label>[^：]{2,8})：)?\s*(?<name>\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,3})\s{2,}(?<post>\S.*)$/u;
const HOLDING = /由(?<name>\p{Script=Han}{2,4}?)兼?任(?<post>[^，。；]{2,12})/u;

/** Everybody in the document's roster, with post and place in the group. */
export function holdersOf({ clauses }: Pick<Programme, 'clauses'>): Holder[] {
  let place = '';
  return clauses.flatMap(({ id, role, text }): Holder[] => {
    const holding = role === 'paragraph' ? HOLDING.exec(text)?.groups : undefined;
    if (holding) {
      const { name = '', post = '' } = holding;
      return [{ name, posts: new Set(postsIn(post)), words: post, place: post, clause: id }];
    }
    const listed = role === 'roster' ? LISTED.exec(text)?.groups : undefined;
    if (!listed) return [];
    const { label, name = '', post = '' } = listed;
    if (label !== undefined) place = label.replaceAll(/\s/gu, '');
    const posts = new Set([...postsIn(post), ...postsIn(place)]);
    return [{ name: name.replaceAll(/\s/gu, ''), posts, words: `${place}，${post}`, place, clause: id }];
  });
}

/** Another time or another group. */
const OTHER_TIME =
  /现任|现为|如今|现在|后来|此前|之前|以前|曾任|曾经|原任|前任|升任|升为|卸任|转任|调任|离任|当选|接任|接替|改任|继任|新任|目前|今年|去年/u;
const DENIED = /(?:不是|并非|而非|不再是|没有|未|不任|不兼|不在|不属|错写成|误写成|误作)[^，。；、]{0,6}$/u;
const DENIED_BEHIND = /^[^，。；、]{0,3}(?:不是|并非|不再|不在|没有|未)/u;

const ONE = POST_WORDS.map((word) => RegExp.escape(word)).join('|');
/** A body before a post: 团省委, 领导小组. */
const BODY = '(?:(?:共青团)?(?:\\p{Script=Han}{1,3})?省委|团省委|援[藏疆青]工作领导小组|领导小组|小组|省级|团委)?的?';
const POSTS = `${BODY}(?:${ONE})(?:[（(](?:${ONE})[）)])?(?:[、兼和及]?(?:${BODY}(?:${ONE})(?:[（(](?:${ONE})[）)])?))*(?:[，,](?:挂职|兼职)(?=[）)]))?`;
/** Directly before a name, directly behind it. */
const BEFORE = new RegExp(`(?<posts>${POSTS})(?:[：:]|同志|名叫|是|为|由|的|（)?$`, 'u');
const BEHIND = new RegExp(
  `^(?:同志)?(?:，|（|\\(|时|当时|那时|印发时|才|则|都|均|也|还|又|就|一直|所列|的|职务|身份|担任|兼任|出任|被|任|是|为|以|作为|同时|[一二两三四五六七][人位]|：|同为|同是|分别是|在(?:这份|该|本)?(?:通知|方案|文件|名单|(?:援[藏疆青]工作)?领导小组|小组)(?:的名单)?(?:里|中|上|内)|列为|列|位列|排在|名列|写的是|写作|写着|印着|印的是|“|兼|\\s)*(?<posts>${POSTS})(?!${ONE}|和|与|的?(?:后|前|之后|之前|以外|之外|旁))`,
  'u',
);
/** 组长由某某担任, 组长是团省委副书记某某, 副组长有某某、某某. */
const PLACE_OF = new RegExp(
  `(?<!课题|专班|考察|调研|小|实践|教研|年级|学习|活动|志愿)(?<place>${POSTS}|(?:挂职|兼职)的(?:${ONE})?)(?:们|一职|之一)?(?:[，里中]|一共|共|则|都|还|就)*(?:是|为|有|由|：|:|名单是|依次是|分别是|包括|[一二两三四五六七八九十\\d]+(?:人|名|位))+(?:[，：:]|——)?(?:[^，。；：、]{0,10}?(?:副?书记|成员))?$`,
  'u',
);
/** More posts behind the first ones: ，2019年任…. */
const MORE = new RegExp(
  `^[，、]?(?:(?:19|20)\\d\\d年)?(?:同时|并|又|还|也|时|当时)*(?:任|兼任|担任|兼|是|为)(?<posts>${POSTS})`,
  'u',
);

/** Behind a row of names: all of them. */
const SHARED = /^(?:[一二两三四五六七八九十\d]+[人位])?(?:均|都|同)/u;

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';
const COUNTED = new RegExp(
  `(?<place>副组长|(?<!副|\\p{Script=Han}组)组长)(?:一共|共|总共)?(?:有|是)?(?:(?<a>${NUMBER})(?:名|位|人|个))|(?<b>${NUMBER})(?:名|位|个)(?<place2>副组长)`,
  'gu',
);

const KIND_COUNTED = new RegExp(
  `(?<kind>兼职|挂职)(?:的)?(?:副书记)?(?:的)?(?:一共|共|总共|只|就|也)?(?:有|是|占|(?<=副书记))(?:着|了)?(?<many>${NUMBER})(?:位|名|个|人)|(?<many2>${NUMBER})(?:位|名|个)(?:是|为)?(?:的)?(?<kind2>兼职|挂职)`,
  'gu',
);
/** 副组长 before a bounded number, with the words between. */
const BOUNDED_PLACE =
  /(?<place>副组长|(?<!副|\p{Script=Han}组)组长)(?<between>(?:[^。；！？\d、一二三四五六七八九十两]|一共){0,16})$/u;
/** 不到五位副组长到会: some of them on a day. */
const ATTENDED = /到会|出席|参加|到场|请假|分管|带队|来了|发言|在场|陪同|前往|赶来|其中/u;

const DEPUTY = '副组长';
const ONE_AND_DEPUTIES = new RegExp(`一正(?<many>${NUMBER})副`, 'u');
const DENIED_ANYWHERE = /不|没|未|除|误|错|如果|原来|其中/u;
/** 副组长都是兼职; 组长由某委副书记担任. */
const ALL_OF_PLACE =
  /(?<place>副组长|(?<!副|\p{Script=Han}组)组长)们?(?:[^，。；：]{0,4})(?<all>都|全|均)(?:部)?(?:是|为)?(?<posts>兼职|挂职)/gu;
const PLACE_HELD = new RegExp(
  `(?<place>副组长|(?<!副|\\p{Script=Han}组)组长)(?:一职)?(?:都)?(?:由|是)(?<posts>${POSTS})(?:担任|兼任|来当|当)(?=$|[，。；])`,
  'gu',
);

/** A post that a text gives to somebody of the roster who does not have it. */
interface Fault extends Range {
  readonly holder: Holder;
  readonly post: string;
}

const JOINT = /^(?:、|和|与|及|以及)$/u;
/** Behind posts: they are the next one's. */
const NEXT = /^(?:的?(?:只|就)?[是有]|是|为|由|有|：|:|们|[一二两三四五六七八九十\d])/u;

/** Posts of the people in the document's roster, where a text gives them another one. */
export const postsOfPeople: PlanRule = ({ programme }) => {
  const holders = holdersOf(programme);
  if (holders.length === 0) return () => [];
  const byName = new Map(holders.map((holder) => [holder.name, holder]));
  const anyName = new RegExp([...byName.keys()].map((word) => RegExp.escape(word)).join('|'), 'gu');

  function faultsIn(text: string): Fault[] {
    const names = matchesIn(text, anyName).map(({ index: start, 0: name }) => ({
      start,
      end: start + name.length,
      name,
    }));
    return names.flatMap(({ start, end, name }, i): Fault[] => {
      const holder = byName.get(name);
      if (!holder) return [];
      // 某某、某某均为…: the names of a row share what is said before and behind it.
      let [first, last] = [i, i];
      while (first > 0 && JOINT.test(text.slice(names[first - 1]?.end, names[first]?.start))) first--;
      while (last + 1 < names.length && JOINT.test(text.slice(names[last]?.end, names[last + 1]?.start))) last++;
      const before = text.slice(Math.max(0, (names[first]?.start ?? start) - 40), names[first]?.start);
      const behind = text.slice(names[last]?.end, (names[last]?.end ?? end) + 60);
      const own = text.slice(end, end + 60);
      const postsBehind = (words: string) => {
        const match = BEHIND.exec(words);
        const rest = match ? words.slice(match[0].length) : '';
        const nextOne = NEXT.test(rest) || [...byName.keys()].some((other) => rest.startsWith(other));
        if (!match || nextOne) return [];
        const more = MORE.exec(rest)?.groups?.['posts'] ?? '';
        return postsIn(`${match.groups?.['posts'] ?? ''}，${more}`);
      };
      if (DENIED.test(before) || DENIED_BEHIND.test(own)) return [];
      const said = [
        // 书记某某和某某: only the first is surely one.
        ...(first === i ? postsIn(BEFORE.exec(before)?.groups?.['posts'] ?? '') : []),
        ...postsIn(PLACE_OF.exec(before)?.groups?.['place'] ?? ''),
        ...postsBehind(last > first && SHARED.test(behind) ? behind : own),
      ];
      // 挂职或兼职: one of the two.
      const either = /(?:挂职|兼职)(?:或者?|、|和)(?:挂职|兼职)/u.test(before + own);
      const wrong = said.find((post) => !holds(holder, post) && !(either && /^[挂兼]职$/u.test(post)));
      return wrong === undefined ? [] : [{ start, end, holder, post: wrong }];
    });
  }

  /** 某某的职务后加注“挂职”; 办公室副主任，某某: one name and a post in one clause of a text about the list, however they stand. */
  function atLarge(text: string): Fault[] {
    if (!/名单|职务|头衔|身份|[标加括]注|注明|领导小组|办公室/u.test(text) || DENIED_ANYWHERE.test(text)) return [];
    const clauses = clausesIn(text);
    return clauses.flatMap(({ start, text: clause }, i): Fault[] => {
      // 组长某某，职务栏写的是某职.
      const whole = matchesIn(text, anyName);
      const column =
        /职务|头衔|括注/u.test(clause) && clause.search(anyName) < 0 && whole.length === 1 ? whole[0] : undefined;
      if (column) {
        const owner = byName.get(column[0]);
        const said = postsIn(clause).find((post) => owner && !holds(owner, post));
        return owner && said !== undefined
          ? [{ start: column.index, end: column.index + column[0].length, holder: owner, post: said }]
          : [];
      }
      const [named, ...more] = matchesIn(clause, anyName);
      const holder = named && byName.get(named[0]);
      if (!named || !holder || more.length > 0) return [];
      const isBare = clause.replace(named[0], '').replaceAll(/[，。；！：“”\s]/gu, '') === '';
      const before = clauses[i - 1]?.text ?? '';
      const ahead =
        isBare && new RegExp(`(?:${ONE})[，：:]$`, 'u').test(before) && before.search(anyName) < 0 ? before : '';
      const noted = /职务|头衔|身份|[标加括]注|注明/u.test(clause)
        ? clause.replaceAll(/挂职(?:锻炼|项目|干部|名额)/gu, '')
        : '';
      const own = ahead === '' ? postsIn(noted.slice(noted.indexOf(named[0]))) : postsIn(ahead).slice(-1);
      const wrong = own.find((post) => !holds(holder, post));
      return wrong === undefined
        ? []
        : [{ start: start + named.index, end: start + named.index + named[0].length, holder, post: wrong }];
    });
  }

  /** 办公室主任由某某兼任 and 由某某兼任办公室主任. */
  const offices = holders.flatMap((right) => {
    if (!/主任$/u.test(right.place)) return [];
    const office = RegExp.escape(right.place);
    const held = `${office}(?:一职)?(?:由|是|为|：)(?<a>\\p{Script=Han}{2,4}?)(?:兼任|担任|，|。|兼)|由(?<b>\\p{Script=Han}{2,4}?)(?:兼任|担任|任)(?:${office}|主任)`;
    return [{ right, held: new RegExp(held, 'gu') }];
  });
  function officeIn(text: string): Fault[] {
    return offices.flatMap(({ right, held }): Fault[] => {
      const [found] = matchesIn(text, held);
      const name = found?.groups?.['a'] ?? found?.groups?.['b'];
      const holder = name === undefined ? undefined : byName.get(name);
      if (!found || !holder || holder === right) return [];
      const start = found.index + found[0].indexOf(holder.name);
      return [{ start, end: start + holder.name.length, holder, post: right.place }];
    });
  }

  /** 副组长安排了不下十位, 副组长不到五人: a bound that the number of those in the list does not keep. */
  function boundsIn(text: string): { start: number; end: number; right: readonly Holder[]; place: string }[] {
    if (!text.includes('组长') || !/领导小组|通知|方案|名单|援[藏疆青]/u.test(text)) return [];
    return numbersIn(text).flatMap((number) => {
      if (!/^[人名位个]$/u.test(number.unit) || number.bound === null || number.ordinal) return [];
      const { place, between } = BOUNDED_PLACE.exec(text.slice(0, number.start))?.groups ?? {};
      if (place === undefined || ATTENDED.test(between ?? '') || ATTENDED.test(text.slice(number.end, number.end + 8)))
        return [];
      const right = holders.filter((holder) => holder.place === place);
      const value = { value: right.length, unit: '' };
      if (right.length === 0 || boundHolds(number, '', value)) return [];
      return [{ start: text.lastIndexOf(place, number.start), end: number.end + number.unit.length, right, place }];
    });
  }

  /** 副组长里兼职的有四位, 两位挂职副书记: how many of those in one place of the group hold a post. */
  function kindsCounted(text: string): { start: number; end: number; right: readonly Holder[]; place: string }[] {
    const [named] = /副组长|(?<!副)组长/u.exec(text) ?? [];
    const place = named ?? (/领导小组|名单/u.test(text) ? DEPUTY : undefined);
    if (place === undefined || ATTENDED.test(text)) return [];
    return matchesIn(text, KIND_COUNTED).flatMap(({ index, 0: words, groups = {} }) => {
      const post = groups['kind'] ?? groups['kind2'] ?? '';
      const number = groups['many'] ?? groups['many2'] ?? '';
      const said = /\d/.test(number) ? Number(number) : chineseNumber(number.replace('两', '二'));
      const right = holders.filter((holder) => holder.place === place && holder.posts.has(post));
      if (said === null || right.length === 0 || said === right.length) return [];
      if (named !== undefined && text.lastIndexOf(place, index) < 0) return [];
      return [{ start: index, end: index + words.length, right, place: `${post}的${place}` }];
    });
  }

  /** 副组长里排第一位的是某某. */
  function orderIn(text: string): Fault[] {
    return [...matchesIn(text, ORDER), ...matchesIn(text, ORDER_BEHIND)].flatMap(
      ({ index, 0: words, groups = {} }): Fault[] => {
        const place = groups['place'] ?? '';
        const all = holders.filter((holder) => holder.place === place);
        const nth = groups['nth'];
        const right =
          nth === undefined ? all.at(-1) : all[(/\d/.test(nth) ? Number(nth) : (chineseNumber(nth) ?? 0)) - 1];
        const holder = byName.get(groups['name'] ?? '');
        if (!holder || !right || holder === right || all.length < 2 || DENIED.test(text.slice(0, index))) return [];
        const start = index + words.indexOf(holder.name);
        return [{ start, end: start + holder.name.length, holder: right, post: place }];
      },
    );
  }
  const anyone = [...byName.keys()].map((word) => RegExp.escape(word)).join('|');
  const NTH = `(?:第(?<nth>${NUMBER})|最(?:后|末)一?|末)(?:位|个|名)`;
  const ORDER = new RegExp(
    `(?:排在?|列在?|位列|名列)?(?<place>副组长)(?:名单|们)?(?:里|中|当中)?(?:的)?(?:排在?|列在?|名列)?(?:的)?${NTH}(?:的)?(?:是|为|：)(?<name>${anyone})`,
    'gu',
  );
  const ORDER_BEHIND = new RegExp(
    `(?<name>${anyone})[^。；、]{0,8}?(?:在)?(?<place>副组长)(?:名单|们)?(?:里|中|当中)?(?:的)?(?:排在?|列在?|名列|位列)?(?:的)?${NTH}`,
    'gu',
  );

  /** 一正六副: how many deputies stand beside the one leader. */
  function deputiesIn(text: string): { start: number; end: number; right: readonly Holder[]; place: string }[] {
    const match = text.includes('领导小组') ? ONE_AND_DEPUTIES.exec(text) : null;
    const right = holders.filter(({ place }) => place === DEPUTY);
    if (!match || right.length === 0 || numeral(match.groups?.['many'] ?? '') === right.length) return [];
    return [{ start: match.index, end: match.index + match[0].length, right, place: DEPUTY }];
  }

  /** 副组长都是兼职, 组长由副书记担任: what is said of whoever stands in one place, without a name. */
  function placesIn(text: string): Fault[] {
    if (!/领导小组|通知|方案|名单/u.test(text) || DENIED_ANYWHERE.test(text)) return [];
    return [...matchesIn(text, ALL_OF_PLACE), ...matchesIn(text, PLACE_HELD)].flatMap(
      ({ index, 0: words, groups = {} }): Fault[] => {
        const posts = postsIn(groups['posts'] ?? '');
        const all = holders.filter(({ place }) => place === groups['place']);
        const holder = all.find((one) => posts.some((post) => !holds(one, post)));
        const none = all.length > 0 && all.every((one) => posts.some((post) => !holds(one, post)));
        const post = posts.find((one) => holder && !holds(holder, one));
        if (!holder || post === undefined || (groups['all'] === undefined && !none)) return [];
        return [{ start: index, end: index + words.length, holder, post }];
      },
    );
  }

  /** 设组长1名、副组长6名. */
  function countsIn(text: string): { start: number; end: number; right: readonly Holder[]; place: string }[] {
    if (!/领导小组|通知|方案|名单/u.test(text) || /其中|党组|兼职|挂职/u.test(text)) return [];
    return matchesIn(text, COUNTED).flatMap(({ index, 0: words, groups }) => {
      const { a, b, place2 } = groups ?? {};
      const place = groups?.['place'] ?? place2 ?? '';
      const number = a ?? b ?? '';
      const right = holders.filter((holder) => holder.place === place);
      const said = /\d/.test(number) ? Number(number) : chineseNumber(number);
      // 6名副组长到会: some of them.
      const behind = /^[^，。；]{0,8}/u.exec(text.slice(index + words.length))?.[0] ?? '';
      const before = /[^，。；]{0,12}$/u.exec(text.slice(0, index))?.[0] ?? '';
      if (/到会|出席|参加|到场|[那当这]天|请假/u.test(before)) return [];
      if (ATTENDED.test(behind)) return [];
      if (said === null || right.length === 0 || said === right.length) return [];
      return [{ start: index, end: index + words.length, right, place }];
    });
  }

  const holds = (holder: Holder, post: string): boolean =>
    holder.posts.has(post) || (post === '主任' && [...holder.posts].some((own) => own.endsWith('主任')));

  return ({ blocks }) =>
    blocks.flatMap((source, block) =>
      sentencesIn(source.text).flatMap(({ start, text }): ProseFinding[] => {
        const sentence = text.slice(0, 1500);
        if (OTHER_TIME.test(sentence) || hasOtherYear(sentence, programme)) return [];
        const counted = [
          ...countsIn(sentence),
          ...boundsIn(sentence),
          ...kindsCounted(sentence),
          ...deputiesIn(sentence),
        ].map(
          (one): ProseFinding => ({
            ...{ block, start: one.start + start, end: one.end + start },
            severity: source.quoted ? 'warning' : 'error',
            code: 'official-post',
            what: `${one.place}的人数和通知里的不同`,
            found: `“${sentence.slice(one.start, one.end)}”`,
            expected: `${one.right.length}人：${one.right.map(({ name }) => name).join('、')}`,
            written: programme.passages.get(one.right[0]?.clause ?? '')?.label ?? null,
            mend: '照通知的名单改人数。',
          }),
        );
        const faults = new Map(
          [
            ...faultsIn(sentence),
            ...officeIn(sentence),
            ...atLarge(sentence),
            ...orderIn(sentence),
            ...placesIn(sentence),
          ].map((fault) => [fault.start, fault]),
        );
        const wrong = [...faults.values()].map((fault) =>
          finding(source, block, { ...fault, start: fault.start + start, end: fault.end + start }),
        );
        return [...counted, ...wrong];
      }),
    );

  function finding(source: ProseBlock, block: number, { start, end, holder, post }: Fault): ProseFinding {
    const right = holders.filter(({ posts }) => posts.has(post));
    const isPlace = right.some(({ place }) => place === post);
    const others = isPlace ? `；${post}是${right.map(({ name }) => name).join('、')}` : '';
    return {
      ...{ block, start, end },
      severity: source.quoted ? 'warning' : 'error',
      code: 'official-post',
      what: '职务和通知里的不同',
      found: `${holder.name}是“${post}”`,
      expected: `${holder.name}：${holder.words}${others}`,
      written: programme.passages.get(holder.clause)?.label ?? null,
      mend: '照通知改职务或者名字；说的是别的时候，写出那一年。',
    };
  }
};
