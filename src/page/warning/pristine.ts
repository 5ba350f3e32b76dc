/** The same object past what the page put in the way: an element named `documentElement` or `elements` shadows the real property, in every world. */
export function pristine<T extends object>(owner: T, prototype: T): T {
  return new Proxy(owner, {
    get(target, key) {
      // `location` stands on the document itself, where nothing can shadow it.
      const value: unknown = Reflect.get(key in prototype ? prototype : target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The document, whatever the page calls its images and forms. */
export const pageDocument = (): Document => pristine(document, Document.prototype);
