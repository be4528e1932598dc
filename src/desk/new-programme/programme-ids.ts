import { type PlaceLevel, UNIT_LEVELS } from '#domain/places/place.ts';
import { ordinalOf, printedNumbering } from '#domain/plan/numbering.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { Party, ProgrammeDraft } from './questions.ts';
import { projectName } from './questions.ts';

/** The ids of everything in a new programme: one space, no two alike. */
export interface ProgrammeIds {
  readonly giver: string;
  readonly receiver: string;
  readonly third: readonly string[];
  /** Of the project and of its only line. */
  readonly project: string;
  readonly lead: readonly string[];
  readonly partners: readonly string[];
  /** Addresses of the two passages; the same where they are one. */
  readonly pairingClause: string;
  readonly projectClause: string;
  /** The heading of the project: its own, or the title. */
  readonly heading: string;
}

const isArea = (level: PlaceLevel | null) => !(UNIT_LEVELS as readonly (string | null)[]).includes(level);

/** 甲市 as jia, 样例小学 as yang-li-xiao-xue: of an area what kind it is is left out. */
function idOfParty({ name, level }: Party): string {
  const stem = isArea(level) ? name.replace(/(?<=..)(?:市|县|区|旗|乡|镇|街道|村|社区)$/u, '') : name;
  return pinyinId(isArea(level) ? stem : name).replaceAll(isArea(level) ? '-' : / /g, '') || 'danwei';
}

/** Names behind 牵头部门： or 配合部门：, as the check reads them. */
export function departmentsIn(clause: string, word: '牵头' | '配合'): string[] {
  const names = new RegExp(`${word}(?:部门|单位)?：([^，；。）)]*)`).exec(clause)?.[1] ?? '';
  return [...new Set(names.split('、').map((name) => name.trim()))].filter((name) => name !== '');
}

/** c-3 of 第三条 and 3．; of what has no number by what it is about. */
function addressOf(passage: string, otherwise: string): string {
  const number = ordinalOf(printedNumbering(passage)?.printed ?? '');
  return number === null ? `c-${otherwise}` : `c-${number}`;
}

/** Gives everything its id, by how its name is read; a number behind it where another has it already. */
export function idsOf(draft: ProgrammeDraft): ProgrammeIds {
  const taken = new Set<string>();
  const own = (wanted: string) => {
    for (let n = 1; ; n++) {
      const id = n === 1 ? wanted : `${wanted}-${n}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  const { giver, receiver, third = [], clause = '', pairing = '', heading } = draft;
  if (!giver || !receiver) throw new Error('a programme without giver or receiver');
  const places = {
    giver: own(idOfParty(giver)),
    receiver: own(idOfParty(receiver)),
    third: third.map((one) => own(idOfParty(one))),
  };
  const departments = new Map<string, string>();
  const department = (name: string) => {
    const id = departments.get(name) ?? own(pinyinId(name).replaceAll('-', '') || 'bumen');
    departments.set(name, id);
    return id;
  };
  const [lead, partners] = [
    departmentsIn(clause, '牵头').map(department),
    departmentsIn(clause, '配合').map(department),
  ];
  const together = clause.includes(pairing);
  const passages = new Set<string>(['c-title']);
  const address = (wanted: string, otherwise: string) => {
    const id = passages.has(wanted) ? `${wanted}-${otherwise}` : wanted;
    passages.add(id);
    return id;
  };
  const first = together ? null : address(addressOf(pairing, 'jiedui'), 'jiedui');
  const above =
    heading === undefined
      ? null
      : heading === pairing && first
        ? first
        : address(addressOf(heading, 'biaoti'), 'biaoti');
  const number = addressOf(clause, 'xiangmu');
  const second = address(above ? `${above}-${number.slice('c-'.length)}` : number, 'xiangmu');
  return {
    ...places,
    ...{ lead, partners },
    project: own(pinyinId(projectName(draft)) || 'xiangmu'),
    pairingClause: first ?? second,
    projectClause: second,
    heading: above ?? 'c-title',
  };
}
