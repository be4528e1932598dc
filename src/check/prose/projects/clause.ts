import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { stemOf } from '../../text/place-names.ts';
import { PROVINCE } from '../../text/provinces.ts';
import type { Range } from '../prose.ts';
import { called, type Wrong } from './finding.ts';
import type { LineKnown } from './known.ts';
import { linesOf, onlyLine, type Said } from './subjects.ts';

const NOT_THE_CLAUSE =
  /不是|并非|而非|没有|误|错|如果|[？?]|实际|[^最前]后(?!续)|另|也|路过|参观|走访|回访|接|讲师|专家/u;
/** The plan is told: it is said so, or what the project is. */
const OF_PLAN =
  /每年|方案|通知|附件|计划|项目|第\d+项|[＊]”?(?:项目|活动|计划)?(?:班|队)?[，：]?(?:(?:办|建|设)在|(?:就)?是(?=\p{Script=Han})|[，,]?(?:要|得|须|应)|(?:就)?是?(?:让|派|送|请|组织|安排|选派|把|从|指|来|面向|针对|资助|扶助|支持|建在|建立?|帮扶|[选派送说请招]的?(?:就|都)?是))|(?:按照?|依照?|照|根据)[“「]?[＊]/u;

/** Kinds of schools: a clause that names one of them is not about the other. */
const SCHOOLS = ['中学', '小学'] as const;
const BUILT =
  /^[”」]?(?:项目)?(?:都|是|要|将|就|则|全|应当?)?(?:建|设|放|配|办|落|用|安)(?:设|立|置|备)?(?:在|给|到|于|进)(?<where>[^，。；]{0,12}?(?:中学|小学))(?:里面?|中|内)?(?=$|[，。；！])/u;

/** Whom a project is for or sends, by what they are; each with the words for the same. */
const PERSONS: readonly RegExp[] = [
  /少先队员|队员/u,
  /团干|团的干部/u,
  /辅导员/u,
  /教师|老师/u,
  /公务员|机关(?:的)?干部/u,
  /研究生|博士|硕士/u,
  /大学(?:生|新生)|新生|大、?专院校学生|大专院校|大中专/u,
  /高中生/u,
  /初中生/u,
  /中小?学生/u,
  /小学生/u,
  /农牧民|牧民|农民/u,
  /老人|老年人|孤寡/u,
  /残疾人/u,
  /医生|医务人员|护士/u,
  /村干部|村支书/u,
  /企业家|老板/u,
  /退役军人|退伍军人/u,
  /志愿者/u,
  /留守儿童/u,
];
/** 某项目选派的是某某, 某项目面向某某, 某项目是某某之间…: the words that say whom. */
const WHOM =
  /(?:[＊]”?(?:项目|活动|计划)?(?:[^，。；：＊\d]{0,6})(?:选派|选取|资助|扶助|组织|培训|招收|支持|帮扶|关爱|邀请|选送|派出|派|来[^，。；]{1,2})的(?:都|就)?(?:是|为)|[＊]的(?:都|就)?是|[＊]”?(?:项目|活动|计划)?(?:是|就是)?(?:面向|针对|选派|资助|扶助|组织|支持|服务于)(?:的是)?|[＊]”?(?:项目|活动|计划)?(?:是|就是)(?:让|由)?)(?<whom>[^，。；：！？＊]{2,22})/gu;
/** 分四年发放, where the clause says 一次性. */
const IN_PARTS =
  /分[两二三四五六](?:个)?(?:年|次|期|批|学期|学年)(?:发|给|付|拨|打|到|领|兑|资助)|(?:按|逐)(?:月|年|学期|学年)(?:发|给|付|拨|打|到|领|资助)|(?:一直|连续?|持续)(?:发|给|资助|补助|领)[^，。；]{0,4}(?:到|至)[^，。；]{0,4}毕业|每(?:人每|名[^，。；\d]{0,6}每|生每)(?:年|月|学期|学年)|每(?:个)?学[期年](?:都|各)?(?:能|会|可以?)?(?:发|领|给|拿)|(?:并非|不是|而非)一次/u;

/** 每两年办一届, where the clause says 每年. */
const OTHERWISE_OFTEN =
  /(?:每(?:两|二|三|四|五|[2-5]|半)年|每隔?一年|隔年|每季度?|每(?:个)?月|每(?:个)?学期)(?:都|只)?(?:举?办|召?开|举行|组织|选派|评选|派|去|来|建|一次|一届|一批|一回)/gu;

/** Which way people come, who they are, where they are from, and which schools are meant, told other than in the clause of the project. */
export function clauseRules({ site, places, journeys, projects, passages }: Programme) {
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const short = stemOf(region);
  const words = projects.map(({ clause }) => passages.get(clause)?.text ?? '').join('\n');
  // 来湘, 进藏: how the document calls both ends in one character.
  const signs = (verb: string) =>
    [...words.matchAll(new RegExp(`${verb}(${PROVINCE})`, 'gu'))].map(([, sign = '']) => sign);
  const from = anyOf([site.from, ...journeys.map(({ city }) => stemOf(city.name)), ...signs('来')]);
  const to = anyOf([
    ...[short, site.to, site.to.replace(short, '')],
    ...[...journeys.map(({ county }) => stemOf(county.name)), ...signs('[进赴]')],
  ]);
  const move =
    '(?<![轮回返离感直收遇碰等想说谈听提看拉得找])(?:到|赴|去|往|来|奔赴|前往|走进|走到|进|入|飞往|派往|送往|飞去|飞到|坐飞机去|考[上到取进])了?';
  const goes = new RegExp(
    `上(?:雪域)?高原|${move}(?:${to})(?!同胞|族|语|文|医|书|历|式|服(?!务)|餐|红花)|(?:建|设|办|放|落)在(?:${to})`,
    'u',
  );
  const comes = new RegExp(
    `${move}(?:${from})|在(?:${from})(?:省)?(?:参加|接受|培训|学习|挂职|锻炼|跟岗)|(?:建|设|办|放|落)在(?:${from})`,
    'u',
  );
  // 为某市中学配备: what is set up there, though nobody goes.
  const given = new RegExp(`(?:为|支持|给)(?:${to})`, 'u');
  const [ofFrom, ofTo] = [from, to].map(
    (ends) =>
      new RegExp(
        `(?:^|[^\\p{Script=Han}]|[是的让由派选送请])(?:${ends})(?:省|市)?各?[市县族地]?的?(?=\\p{Script=Han})`,
        'u',
      ),
  );
  const shape = ({ start, end }: Range, known: LineKnown, expected: string): Wrong => ({
    ...{ start, end, code: 'project-clause', severity: 'warning', expected },
    what: `${called(known)}的说法和正文不一致`,
    written: known.where(known.years[0] ?? 0),
    mend: '照正文改；说的不是计划，写明是实际情况。',
  });

  /** 某项目选派的是机关干部, 资助的是某地的高中生: people of whom the clause does not speak, or from the other end. */
  function wrongPersons(text: string, known: LineKnown, isHere: boolean, isThere: boolean): Wrong[] {
    const own = PERSONS.filter((one) => one.test(known.words));
    return matchesIn(text, WHOM).flatMap(({ index, 0: match, groups }): Wrong[] => {
      const whom = groups?.['whom'] ?? '';
      const range = { start: index + match.length - whom.length, end: index + match.length };
      const said = PERSONS.filter((one) => one.test(whom));
      const [school, ...schools] = SCHOOLS.filter((one) => known.words.includes(one));
      if (
        school &&
        schools.length === 0 &&
        SCHOOLS.some((one) => one !== school && whom.includes(one)) &&
        !whom.includes(school)
      )
        return [shape(range, known, school)];
      // Whoever is no one of the clause's, and nobody of them beside him.
      if (own.length > 0 && said.length > 0 && !said.some((one) => own.includes(one)))
        return [shape(range, known, known.words)];
      const origin = isHere ? ofFrom : isThere ? ofTo : undefined;
      const both = (isHere ? ofTo : ofFrom)?.test(whom);
      const sends = /选派|派|组织|选送|招|＊的(?:都|就)?是/u.test(match);
      return said.length > 0 && sends && origin?.test(whom) && !both
        ? [shape(range, known, isHere ? `${region}的` : `${site.from}的`)]
        : [];
    });
  }

  const [giver, taker] = [from, to].map((ends) => `(?:${ends})(?:省|市|县)?(?:的|方面|团市委|团委|团组织|人)?`);
  const HELPED_BACK = new RegExp(
    `(?:^|[^\\p{Script=Han}]|[是由让把从为的])${taker}(?:每年|一年|要|来|去|出钱|出人|再|都)*(?:支持|支援|援建|援助|帮扶|资助|对口支援|帮助|扶持)(?:着|了)?${giver}`,
    'gu',
  );
  const HELPS = site.from === site.to ? [] : [HELPED_BACK];
  /** The aided region helps those who aid it. */
  const reversed = (text: string): Wrong[] =>
    NOT_THE_CLAUSE.test(text.replaceAll(/别?(?:看|搞|弄|记)错了?/gu, '')) || !AID.test(text)
      ? []
      : HELPS.flatMap((pattern) => matchesIn(text, pattern)).map(
          ({ index, 0: match }): Wrong => ({
            ...{ start: index, end: index + match.length, code: 'project-clause', severity: 'warning' },
            what: '谁支援谁，和正文相反',
            expected: `${site.from}支援${region}`,
            written: null,
            mend: '照正文改；说的不是计划，写明是实际情况。',
          }),
        );

  return ({ raw, text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] => {
    const school = mentions.flatMap((mention): Wrong[] => {
      const known = onlyLine([mention], lines);
      const match = known && BUILT.exec(text.slice(mention.end));
      if (!match) return [];
      const [own, ...more] = SCHOOLS.filter((s) => known.words.includes(s));
      const where = match.groups?.['where'] ?? '';
      if (!own || more.length > 0 || where.includes(own)) return [];
      const start = mention.end + match[0].indexOf(where);
      return NOT_THE_CLAUSE.test(match[0]) ? [] : [shape({ start, end: start + where.length }, known, own)];
    });
    const helps = HELPS.length === 0 ? [] : reversed(text);
    if (helps.length > 0) return helps;
    // Lines of one project have one clause.
    const all = linesOf(mentions, lines);
    const known = new Set(all.map(({ project }) => project)).size === 1 ? all[0] : undefined;
    if (!known || NOT_THE_CLAUSE.test(text.replace(/(?:并非|不是|而非)一次|前后|前者|后者/u, ''))) return school;
    const isHere = comes.test(known.words);
    const isThere = goes.test(known.words) || (!isHere && given.test(known.words));
    const persons =
      isHere === isThere ? wrongPersons(text, known, false, false) : wrongPersons(text, known, isHere, isThere);
    const parts = known.words.includes('一次性') ? matchesIn(text, IN_PARTS_ALL).slice(0, 1) : [];
    const inParts = parts.map(({ index, 0: match }) =>
      shape({ start: index, end: index + match.length }, known, '一次性'),
    );
    const often = known.words.includes('每年') ? matchesIn(text, OTHERWISE_OFTEN).slice(0, 1) : [];
    const frequency = often.map(({ index, 0: match }) =>
      shape({ start: index, end: index + match.length }, known, '每年'),
    );
    const origin = isHere ? ofFrom : isThere ? ofTo : undefined;
    const other = isHere ? ofTo : ofFrom;
    const strangers =
      persons.length === 0 && origin && isHere !== isThere && !other?.test(raw) && isPlain(text)
        ? matchesIn(text, new RegExp(`${origin.source}[^，。；]{0,6}`, 'gu'))
            .filter(({ 0: match }) => PERSONS.some((one) => one.test(match) && one.test(known.words)))
            .slice(0, 1)
            .map(({ index, 0: match }) => shape({ start: index, end: index + match.length }, known, known.words))
        : [];
    const told = [...school, ...persons, ...strangers, ...inParts, ...frequency];
    // 方案安排的 may be told of it in the next sentence: what is no event is the plan.
    const isTold = mentions.length === 1 && isPlain(text);
    if (!OF_PLAN.test(text) && !(isTold && (isHere || goes.test(known.words)))) return told;
    const match = isHere === isThere ? null : (isHere ? goes : comes).exec(text);
    // A name of the project may hold the way itself: 志愿者进藏.
    if (!match || (isHere ? comes : goes).test(raw)) return told;
    if (!OF_PLAN.test(text) && match.index < (mentions[0]?.end ?? 0)) return told;
    const range = { start: match.index, end: match.index + match[0].length };
    return [...told, shape(range, known, isHere ? `来${site.from}` : `到${region}`)];
  };
}
/** Something happened, or somebody tells of himself: no statement about the plan. */
/** One statement of a few words that tells of no event. */
const isPlain = (text: string) => text.length <= 60 && !/[、；]/u.test(text) && !HAPPENED.test(text);
const HAPPENED =
  /了|过(?=[\p{Script=Han}])|昨|今[天晨早晚]|[那当]天|记者|同学|[他她我你您]|实际|已|\d日|照片|合影|来到|领队|带队|抵|分管|[一二三四五六七八九十\d]位|想|听|看|笑|说|问|路上|车|飞机票|老师们/u;
/** 支持, 帮扶 of the plan. */
const AID = /方案|通知|计划|项目|每年|大赛|援[藏疆青建]|对口|附件|第\d+项|[＊]/u;
const IN_PARTS_ALL = new RegExp(IN_PARTS, 'gu');
