import { describe, expect, it } from 'vitest';
import { resolvePlaces } from '../../src/answer/analysis/places.js';
import { heldByCode, heldPlaces } from '../../src/answer/context.js';
import { createAssistant } from '../../src/assistant.js';

const { context } = await createAssistant();
const idsOf = (places: readonly { readonly place: { readonly id: string } }[]) => places.map(({ place }) => place.id);

describe('the places of a set without members', () => {
  it('stand in the order of their codes, sorted once for a store', () => {
    const cities = resolvePlaces(context, { label: '各市', level: 'prefecture', named: false });
    const sorted = idsOf(heldPlaces(context.store)).sort();
    expect(idsOf(heldByCode(context.store))).toEqual(sorted);
    expect(idsOf(cities.places)).toEqual(sorted.filter((id) => idsOf(cities.places).includes(id)));
    expect(cities.places.length).toBeGreaterThan(2);
    expect(heldByCode(context.store)).toBe(heldByCode(context.store));
  });

  it('name the provinces without reports, but for those that give none', () => {
    const { absent } = resolvePlaces(context, { label: '各省', level: 'province', named: false });
    expect(absent.map(({ short }) => short)).toContain('西藏');
    expect(absent.filter(({ id }) => /^(?:71|81|82)/u.test(id))).toEqual([]);
    const without = resolvePlaces(context, {
      label: '各省',
      level: 'province',
      named: false,
      without: absent.slice(0, 1),
    });
    expect(without.absent).toEqual(absent.slice(1));
  });
});
