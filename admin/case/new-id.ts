/** An id for a case or an event; `crypto.randomUUID` is missing where an office serves the panel without TLS. */
export const newId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
