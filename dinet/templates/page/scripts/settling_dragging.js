/* What is open is dragged onto the goal that it serves, or a goal onto what is open. All of this
   can be done with buttons too. */
import { readAddress } from "./address.js";
/** @import { NetworkElement, SettlingQuestion, SettlingTools } from "./types.d.ts" */

/** Where a goal stands: a tile, a box of the picture, a row of the table. */
const AIM_PLACES = "[data-aim], [data-id], th[scope=rowgroup]";

/** @param {SettlingTools} tools */
export function startDragging({ choices, settleOn }) {
  /** @type {SettlingQuestion | undefined} */
  let question;
  /** @type {NetworkElement | undefined} */
  let aim;
  /** @type {Element | null} */
  let lit = null;

  /** @param {Element | null} place */
  function findElement(place) {
    if (!(place instanceof HTMLElement || place instanceof SVGElement)) return undefined;
    const link = place instanceof HTMLAnchorElement ? place : place.querySelector("a.chip");
    const address = link instanceof HTMLAnchorElement ? readAddress(link.hash.slice(1)).first : "";
    return choices.byId.get(place.dataset.aim ?? place.dataset.id ?? address);
  }
  /** @param {Element} from */
  function takeUp(from) {
    const item = from.closest("[data-settle]");
    const link = from.closest("a.chip, a.tile");
    if (item instanceof HTMLElement && !link) {
      question = choices.questions[Number(item.dataset.settle)];
      return question.key;
    }
    const element = findElement(link);
    question = element && choices.findQuestion(element);
    aim = element && choices.aims.includes(element) ? element : undefined;
    return element?.id ?? "";
  }
  /**
   * What would be settled when it is let go here.
   * @param {Element} over
   * @returns {{question: SettlingQuestion, aim: NetworkElement, place: Element} | null}
   */
  function findDrop(over) {
    const item = over.closest("[data-settle]");
    if (aim && item instanceof HTMLElement) {
      const open = choices.questions[Number(item.dataset.settle)];
      return choices.listAims(open).includes(aim) ? { question: open, aim, place: item } : null;
    }
    const place = over.closest(AIM_PLACES);
    const onto = findElement(place);
    if (!place || !question || !onto || !choices.listAims(question).includes(onto)) return null;
    return { question, aim: onto, place };
  }
  /** @param {Element | null} place */
  function light(place) {
    lit?.classList.remove("settle-target");
    place?.classList.add("settle-target");
    lit = place;
  }
  function letGo() {
    light(null);
    [question, aim] = [undefined, undefined];
    document.documentElement.classList.remove("settling");
  }

  document.addEventListener("dragstart", (event) => {
    letGo();
    if (!(event.target instanceof Element) || !event.dataTransfer) return;
    const told = takeUp(event.target);
    if (!question && !aim) return;
    event.dataTransfer.setData("text/plain", told);
    event.dataTransfer.effectAllowed = "all";
    document.documentElement.classList.add("settling");
  });
  document.addEventListener("dragover", (event) => {
    const drop = event.target instanceof Element ? findDrop(event.target) : null;
    light(drop?.place ?? null);
    if (drop) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const drop = event.target instanceof Element ? findDrop(event.target) : null;
    if (drop) {
      event.preventDefault();
      settleOn(drop.question, drop.aim.id);
    }
    letGo();
  });
  document.addEventListener("dragend", letGo);
}
