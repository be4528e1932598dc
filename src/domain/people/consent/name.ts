/** A name as it is compared: width and spaces make no other one. */
export const plainName = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '');
