/** What a phone is told of the site where somebody puts it among their programs. */
export interface ManifestSource {
  readonly name: string;
  readonly description: string;
  /** Address of the home page, under the base path. */
  readonly home: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
}

/** The web manifest. The site stays a page in a browser: it pretends to be no program of its own. */
export const webManifest = ({ name, description, home, icons }: ManifestSource) => ({
  ...{ id: home, name, short_name: name, description, lang: 'zh-CN', dir: 'ltr' },
  ...{ start_url: home, scope: home, display: 'browser', icons },
});
