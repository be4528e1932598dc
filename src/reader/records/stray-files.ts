import { join } from 'node:path';
import type { Severity } from '#check/finding.ts';
import { nearest } from '#domain/search/nearest.ts';
import { kindOf, type RecordFiles } from './record-files.ts';

/** The folders of the records: the two that are read, and the one where scans of the papers may lie. */
const FOLDERS = ['people', 'consents', 'papers'];
/** The list of those who may sign. */
export const REVIEWERS_FILE = 'reviewers.yaml';
const ID = /^[a-z][a-z0-9-]*$/;
/** What its writer takes for a record. */
const WRITTEN = /\.(ya?ml|json|txt|csv)$/i;

const isFolder = (files: RecordFiles, file: string) => kindOf(join(files.dir, file)) === 'folder';

function passedOver(files: RecordFiles, file: string, what: string, mend: string, severity: Severity): void {
  const message = `网站不读这个${what}：现在放在这里，应当是 people/ 和 consents/ 里的“id.yaml”。`;
  files.report(file, 'unexpected-file', message, mend, severity);
}

/** Tells what lies in the records folder itself and is passed over. A record may be in it, with a withdrawal. */
export function tellStrayFiles(files: RecordFiles): void {
  for (const name of files.names('.')) {
    const folder = isFolder(files, name);
    if (FOLDERS.includes(name) && (folder || name === 'papers')) continue;
    if (name === REVIEWERS_FILE && !folder) continue;
    const near = nearest(name.replace(/\.[^.]*$/, ''), FOLDERS);
    if (folder) {
      const mend = near
        ? `文件夹的名字改成 ${near}。`
        : '记录放进 people/ 和 consents/，扫描件放进 papers/；别的东西从这里拿走。';
      const records = near === 'people' || near === 'consents' || files.names(name).some((one) => WRITTEN.test(one));
      passedOver(files, name, '文件夹', mend, records ? 'error' : 'warning');
    } else {
      const mend = WRITTEN.test(name)
        ? '人的记录放进 people/，授权书的记录放进 consents/，一个一个文件。'
        : '授权书的扫描件放进 papers/；用不着的删掉。';
      passedOver(files, name, '文件', mend, WRITTEN.test(name) || FOLDERS.includes(name) ? 'error' : 'warning');
    }
  }
}

/** The records of a folder by id; names that are none are told. `whole` is false where a record may be passed over. */
export function recordIds(files: RecordFiles, folder: 'people' | 'consents'): { ids: string[]; whole: boolean } {
  const ids: string[] = [];
  let whole = true;
  for (const name of files.names(folder)) {
    const file = `${folder}/${name}`;
    const id = name.replace(/\.yaml$/, '');
    const subfolder = isFolder(files, file);
    if (name.endsWith('.yaml') && !subfolder) {
      if (ID.test(id)) {
        ids.push(id);
        continue;
      }
      const message =
        '文件名不是 id：现在的文件名里有别的字，应当是小写拼音字母开头，只有小写字母、数字和连字符 -，结尾是 .yaml。';
      const person = folder === 'people' ? '；授权书里的 person 也跟着改' : '';
      files.report(file, 'bad-id', message, `改文件名，例如 yangli-jia.yaml${person}。`);
      whole = false;
      continue;
    }
    const record = subfolder || WRITTEN.test(name);
    const mend = subfolder
      ? `${folder}/ 里不再分文件夹：把里面的记录移出来，扫描件放进 papers/。`
      : record
        ? '文件名改成“id.yaml”：小写拼音字母、数字和连字符，结尾是 .yaml。'
        : '授权书的扫描件放进 papers/，和 people/、consents/ 放在一起；用不着的删掉。';
    passedOver(files, file, subfolder ? '文件夹' : '文件', mend, record ? 'error' : 'warning');
    if (record) whole = false;
  }
  return { ids, whole };
}
