/* The search field: counts what it finds, and goes to the next and the last. */
import { findPart } from "./making.js";
import { fillBlanks } from "./model.js";
import { model } from "./page_model.js";
/** @import { NetworkElement, PageState } from "./types.d.ts" */

/**
 * @param {(find: string) => void} onSearch
 * @param {(element: NetworkElement) => void} chooseElement
 */
export function createSearch(onSearch, chooseElement) {
  const { words: searchWords } = model;
  const field = findPart("search", HTMLInputElement);
  const hitCount = findPart("hits", HTMLElement);
  const previous = findPart("previous", HTMLButtonElement);
  const next = findPart("next", HTMLButtonElement);
  /** @type {NetworkElement[]} */
  let hits = [];
  let hit = -1;

  /** @param {number} count */
  function tellCount(count) {
    if (!count) return searchWords.no_hits;
    return count === 1 ? searchWords.one_hit : fillBlanks(searchWords.hits, { count });
  }
  function findHits() {
    hits = model.searchElements(field.value);
    hit = -1;
    hitCount.textContent = field.value.trim() ? tellCount(hits.length) : "";
    previous.disabled = next.disabled = !hits.length;
  }
  function takeWords() {
    findHits();
    onSearch(field.value);
  }
  /** @param {number} direction */
  function goToHit(direction) {
    const count = hits.length;
    if (!count) return;
    hit = hit < 0 && direction < 0 ? count - 1 : (hit + direction + count) % count;
    hitCount.textContent = fillBlanks(searchWords.hit_of, { number: hit + 1, count });
    chooseElement(hits[hit]);
  }

  field.addEventListener("input", takeWords);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") goToHit(event.shiftKey ? -1 : 1);
    if (event.key === "Escape" && field.value) {
      field.value = "";
      takeWords();
    }
  });
  next.addEventListener("click", () => goToHit(1));
  previous.addEventListener("click", () => goToHit(-1));
  previous.disabled = next.disabled = true;

  return {
    listHits: () => hits,
    /**
     * What the address says is sought.
     * @param {PageState} state
     */
    showState({ find }) {
      if (field.value === find) return;
      field.value = find;
      findHits();
    },
  };
}
