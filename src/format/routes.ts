/** Every address of the site under one base path; the only place that joins addresses. Base starts and ends with `/`. */
export function routesUnder(base: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (path: string) => root + path;
  return {
    home: root,
    pairings: at('pairings/'),
    pairing: (city: string) => at(`pairings/${city}/`),
    township: (id: string) => at(`townships/${id}/`),
    projects: at('projects/'),
    project: (id: string) => at(`projects/${id}/`),
    progress: at('progress/'),
    departments: at('departments/'),
    department: (id: string) => at(`departments/#${id}`),
    plan: at('plan/'),
    passage: (locator: string) => at(`plan/#${locator}`),
    facts: at('facts/'),
    fact: (id: string) => at(`facts/${id}/`),
    about: at('about/'),
    method: at('about/method/'),
    methodOf: (part: string) => at(`about/method/#${part}`),
    figures: at('figures/'),
    figure: (name: string, format: 'svg' | 'csv') => at(`figures/${name}.${format}`),
    data: (name: string) => at(`data/${name}`),
    favicon: at('favicon.svg'),
  };
}

export type Routes = ReturnType<typeof routesUnder>;
