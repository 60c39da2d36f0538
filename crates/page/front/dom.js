// Elements, made by hand.

/**
 * An element with attributes, listeners (`onclick: f`) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, String(value));
    }
  }
  made.append(...children);
  return made;
}

/**
 * A button with a sign and, for those who do not see it, a name.
 * @param {string} sign
 * @param {string} name
 * @param {() => unknown} act
 * @param {Record<string, unknown>} [attributes]
 */
export function button(sign, name, act, attributes = {}) {
  const label = sign === name ? undefined : name;
  return el("button", { type: "button", "aria-label": label, title: label, onclick: act, ...attributes }, sign);
}

/**
 * An element that a selector is about to the outside of where something happened.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}
