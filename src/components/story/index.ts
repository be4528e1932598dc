import { COMPONENTS, type Medium } from '#stories/render/components.ts';
import Component from './Component.astro';

declare global {
  namespace App {
    interface Locals {
      /**
       * What the components of a story ask for. They cannot ask themselves, and MDX hands them their attributes only:
       * a story's page lays it here before it renders the text.
       */
      story: Medium;
    }
  }
}

/** A component as Astro calls it. */
const door = Component as unknown as (result: unknown, attributes: object, slots: unknown) => unknown;

/** The component of one name: what Astro calls for it is the one door, told which it is. */
const doorOf = (component: string) =>
  Object.assign(
    (result: unknown, attributes: object, slots: unknown) => door(result, { ...attributes, component }, slots),
    door,
  );

/** What the text of a story is rendered with: all that authors may write, and what their plain pictures become. */
export const storyComponents = Object.fromEntries(Object.keys(COMPONENTS).map((name) => [name, doorOf(name)]));
