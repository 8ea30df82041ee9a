import { capital, make, words } from "./making.js";
import { fill, model } from "./model.js";

/**
 * A list of boxes to tick, folded under its name; a long one can be searched, and shows what is ticked first.
 * @param {{name: string, title: string, values: {value: string, words: string, count?: number, ours?: boolean}[], open?: boolean}} about
 * @param {(values: string[]) => void} changed
 */
export function makeChoices({ name, title, values, open = false }, changed) {
  const [LONG, MOST] = [15, 60];
  const many = make("span", "many");
  const list = make("div", "boxes");
  const rest = make("p", "small");
  const find = make("input", "");
  const node = make("details", "choices", make("summary", "", title, " ", many));
  let chosen = new Set();
  let drawn = false;

  function box({ value, words: label, count, ours }) {
    const input = make("input", "");
    Object.assign(input, { type: "checkbox", name, value, checked: chosen.has(value) });
    input.addEventListener("change", () => {
      const next = new Set(chosen);
      if (input.checked) next.add(value);
      else next.delete(value);
      changed([...next]);
    });
    const number = count === undefined ? null : make("span", "many", String(count));
    return make("label", "", input, " ", make("span", "", ours ? capital(label) : words(label)), number);
  }
  function draw() {
    drawn = true;
    const wanted = model.plain(find.value);
    const fitting = values.filter((each) => !wanted || model.plain(`${each.value} ${each.words}`).includes(wanted));
    const first = fitting.length > MOST ? [...fitting.filter((each) => chosen.has(each.value)), ...fitting.filter((each) => !chosen.has(each.value))] : fitting;
    list.replaceChildren(...first.slice(0, MOST).map(box));
    rest.textContent = fitting.length > MOST ? fill(model.words.more_choices, { count: fitting.length - MOST }) : "";
  }

  const legend = make("legend", "unseen", title);
  const field = make("fieldset", "", legend);
  if (values.length > LONG) {
    Object.assign(find, { type: "search", autocomplete: "off" });
    find.placeholder = fill(model.words.find_in, { name: title });
    find.setAttribute("aria-label", find.placeholder);
    find.addEventListener("input", draw);
    field.append(find);
  }
  field.append(list, rest);
  node.append(field);
  node.addEventListener("toggle", () => node.open && !drawn && draw());
  node.open = open;

  return {
    node,
    set(now) {
      chosen = new Set(now);
      many.textContent = chosen.size ? String(chosen.size) : "";
      if (chosen.size) node.open = true;
      if (!drawn) return;
      const boxes = [...list.querySelectorAll("input")];
      for (const each of boxes) each.checked = chosen.has(each.value);
    },
  };
}
