import { Document, isMap, isSeq } from 'yaml';

/** YAML in the order given; lists and small groups on one line, as in the manual. */
export function yamlOf(record: Readonly<Record<string, unknown>>): string {
  const document = new Document(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) if (isSeq(value) || isMap(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}
