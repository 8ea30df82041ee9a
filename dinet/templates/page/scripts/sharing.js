/* What one takes along from a view: its link, and its tables for Excel. */
import { readAddress, writeAddress } from "./address.js";
import { OVERVIEW_VIEW } from "./goal_tiles.js";
import { findPart } from "./making.js";
import { model } from "./page_model.js";
import { saveFile } from "./saving.js";
import { MOST_UNTOLD, actAfterTelling } from "./sign_of_life.js";
import { copyTables, hasTables } from "./table_text.js";
/** @import { PageState } from "./types.d.ts" */

/**
 * Text as Excel opens it with columns and accents in every language: UTF-16 with a mark of its
 * order, and tabs.
 * @param {string} text
 */
function encodeForExcel(text) {
  return new Uint16Array([0xfeff, ...Array.from(text.split(""), (sign) => sign.charCodeAt(0))]);
}

/**
 * @param {(isAll: boolean) => void} printView
 * @param {() => void} openPanel with the words that tell what is coming
 */
export function createSharing(printView, openPanel) {
  const shareWords = model.words;
  const said = findPart("shared", HTMLElement);
  const ofTable = findPart("of-table", HTMLElement);

  /** @param {string} words */
  function tell(words) {
    said.textContent = words;
  }
  /** @param {() => void} act */
  function prepare(act) {
    actAfterTelling(tell, act);
  }
  /** @param {boolean} isAll */
  function print(isAll) {
    prepare(() => {
      printView(isAll);
      tell("");
    });
  }
  /**
   * Copies, and says whether that went well: a page from a file may not always do so.
   * @param {Record<string, string>} texts by their types
   * @param {() => void} instead
   */
  async function copyTexts(texts, instead) {
    try {
      const parts = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      tell(shareWords.copied);
    } catch {
      if (copySelected(texts)) tell(shareWords.copied);
      else instead();
    }
  }
  /**
   * The way of older browsers, which also works in a page from a file.
   * @param {Record<string, string>} texts
   */
  function copySelected(texts) {
    let isTaken = false;
    /** @param {ClipboardEvent} event */
    const fill = (event) => {
      for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text);
      event.preventDefault();
      isTaken = true;
    };
    document.addEventListener("copy", fill, { once: true });
    const isDone = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return isDone && isTaken;
  }

  /** @param {string} link */
  function copyLink(link) {
    copyTexts({ "text/plain": link }, () => tell(`${shareWords.copy_by_hand} ${link}`));
  }
  function saveTable() {
    const { plain } = copyTables();
    saveFile(new Blob([encodeForExcel(plain)], { type: "text/csv" }), ".csv");
    tell(shareWords.saved);
  }
  function copyTable() {
    const { plain, markup } = copyTables();
    copyTexts({ "text/plain": plain, "text/html": markup }, saveTable);
  }

  findPart("copy-link", HTMLElement).addEventListener("click", () => copyLink(location.href));
  findPart("copy-bare", HTMLElement).addEventListener("click", () => {
    const [page, hash = ""] = location.href.split("#");
    const bare = writeAddress({ ...readAddress(hash || OVERVIEW_VIEW), bare: "1", show: "" });
    copyLink(page + bare);
  });
  findPart("copy-table", HTMLElement).addEventListener("click", () => prepare(copyTable));
  findPart("save-table", HTMLElement).addEventListener("click", () => prepare(saveTable));
  findPart("print-view", HTMLElement).addEventListener("click", () => print(false));
  findPart("print-all", HTMLElement).addEventListener("click", () => print(true));
  document.addEventListener("keydown", (event) => {
    const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
    if (!isPrint || event.shiftKey || model.elements.length <= MOST_UNTOLD) return;
    event.preventDefault(); // the browser itself would begin without a word
    openPanel();
    print(false);
  });

  return {
    /** @param {PageState} state */
    showState({ tab }) {
      tell("");
      queueMicrotask(() => (ofTable.hidden = !hasTables(tab)));
    },
  };
}
