import { assemble, type Content } from '#domain/programme/programme.ts';
import { type Finding, finding } from '../finding.ts';
import { fileOfProject } from './draft.ts';

/** Two facts that would get one address: most often a statement whose id a task line makes as well. */
export function factIds(content: Content): Finding[] {
  try {
    assemble(content);
    return [];
  } catch (error) {
    const id = /^事实编号重复：(.+)$/.exec(error instanceof Error ? error.message : '')?.[1];
    if (id === undefined) throw error;
    for (const project of content.projects) {
      const index = (project.statements ?? []).findIndex((s) => s.id === id);
      if (index < 0) continue;
      return [clash(fileOfProject(project), ['statements', index, 'id'], id)];
    }
    const owner = content.projects.find((p) => p.lines.some((l) => id.startsWith(`${l.id}-`)));
    return [clash(owner ? fileOfProject(owner) : 'site.yaml', [], id)];
  }
}

function clash(file: string, path: (string | number)[], id: string): Finding {
  return finding({
    file,
    path,
    code: 'fact-id-twice',
    what: '两个事实用了同一个编号',
    found: `“${id}”`,
    expected: '每个事实的编号都不同',
    mend: '给 statements 里的这一项换一个 id，或者给 lines 里的那一项换一个 what。',
  });
}
