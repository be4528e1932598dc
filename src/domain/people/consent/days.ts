/** A calendar day moved by whole days; days are `YYYY-MM-DD`, without hour or zone. */
function moved(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** The day before: the last one before something begins. */
export const dayBefore = (day: string) => moved(day, -1);

/** The day after: the first one on which what held until a day holds no more. */
export const dayAfter = (day: string) => moved(day, 1);
