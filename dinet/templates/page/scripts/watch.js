/* Only in the page that dinet watch serves. A document that changed opens the page again, at the same place on it;
   one that cannot be read, or is followed no longer, is told above the page, which stays as it was. */
const { edition } = document.currentScript.dataset;
const source = new EventSource("changes");
let ended = "";

const banner = document.createElement("div");
banner.id = "watch";
banner.setAttribute("role", "alert");
document.body.prepend(banner);
const look = new CSSStyleSheet();
look.replaceSync(`
  #watch { position: sticky; top: 0; z-index: 8; flex: none; padding: 0.6rem 1rem; border-bottom: 3px solid;
    color: var(--error); background: var(--error-ground); font-weight: 700; white-space: pre-line; overflow-wrap: anywhere; }
  #watch:empty { display: none; }
  @media print { #watch { display: none; } }`);
document.adoptedStyleSheets = [look];

function tell(message) {
  if (banner.textContent !== message) banner.textContent = message;
}

function focused() {
  const { id } = document.activeElement;
  if (id) return "#" + CSS.escape(id);
  const element = document.activeElement.closest("[data-id]");
  return element ? `[data-id="${CSS.escape(element.dataset.id)}"] .face` : "";
}

/* Where the reader is: in the address by the page itself, and beside it what is scrolled and what has the focus. */
function again() {
  source.close();
  const scrolled = [document.scrollingElement, ...document.querySelectorAll("[id]")]
    .map((part) => [part.id, part.scrollLeft, part.scrollTop])
    .filter(([, left, top]) => left || top);
  history.replaceState({ watch: { scrolled, focus: focused() } }, "");
  location.reload();
}
function back({ scrolled, focus }) {
  history.replaceState(null, "");
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  for (const [id, left, top] of scrolled) (id ? document.getElementById(id) : document.scrollingElement)?.scrollTo(left, top);
}

source.onmessage = ({ data }) => {
  const news = JSON.parse(data);
  ended = news.ended;
  if (news.edition === edition) tell(news.message);
  else again();
};
source.onerror = () => tell(ended); // asked again by itself; when dinet is back the message goes
addEventListener("pagehide", () => source.close());
addEventListener("load", () => requestAnimationFrame(() => history.state?.watch && back(history.state.watch)));
