/** Sets a key as the newest of a map that keeps at most `capacity` keys; the oldest is forgotten. */
export function remember<K, V>(map: Map<K, V>, key: K, value: V, capacity: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > capacity) map.delete(map.keys().next().value!);
}
