import { elementCalled, newButton, newElement, saveBytes } from "./elements.js";
import { DefectError, Engine, RefusedError } from "./engine.js";
import { preparePdf } from "./handed_in.js";
import { OpenDocument } from "./open_document.js";
import { formsOfArchive, showOutputs } from "./outputs.js";
import { partText, unpackPart } from "./packed_parts.js";
import { answersIn, showQuestions } from "./questions.js";
import { showReading } from "./reading_panel.js";
import { LANGUAGES, say, speakLanguage, spokenLanguage } from "./said_words.js";
import { showSelfTest, unmetDemands } from "./self_test.js";
import { endServer, servedFacts, UnansweredError } from "./served_desk.js";

const FRAMED_VIEWS = ["network", "reading", "audit", "compare", "portfolio"];
const VIEWS = [...FRAMED_VIEWS, "questions", "saving"];
const START_STEPS = ["unpack", "python", "libraries", "dinet"];
const MAPPING_SUFFIX = ".koppeling.yaml";
const SETTING_SUFFIX = ".toml";
const LOGO_SUFFIX = /\.(png|svg)$/i;
const LONG_WAIT_MS = 4000;
/** Who started so soon does not mind a second more, in which a first document is made quicker. */
const WARM_UP_BEFORE_MS = 1500;
/** After that nobody has a document at hand who wants it read at once. */
const WARM_UP_AFTER_MS = 300;

const engine = new Engine(tellStart);
/** @type {OpenDocument[]} */
const documents = [];
/**
 * @type {{ current: OpenDocument | null, view: string, outputs: any[], portfolio: string[],
 *   busy: number }}
 */
const desk = { current: null, view: "network", outputs: [], portfolio: [], busy: 0 };
let frameAddress = "";
let lastKey = 0;

/** @param {string} step */
function tellStart(step) {
  const reached = START_STEPS.indexOf(step) + 1;
  const bar = /** @type {HTMLProgressElement} */ (elementCalled("start-bar"));
  bar.value = reached;
  elementCalled("state").textContent = say(`start_${step}`);
}

/** @param {string} words */
function tellState(words) {
  elementCalled("state").textContent = words;
}

/** @param {string} words @param {string} trace */
function tellProblem(words, trace = "") {
  const box = newElement("div", "", { class: "problem" });
  box.append(newElement("p", words));
  if (trace) {
    const more = newElement("details");
    more.append(newElement("summary", say("for_the_makers")), newElement("pre", trace));
    box.append(more);
  }
  box.append(newButton(say("close"), () => box.remove()));
  elementCalled("problems").append(box);
}

/** @param {unknown} error @param {string} name */
function tellError(error, name) {
  const isTold = error instanceof RefusedError || error instanceof UnansweredError;
  if (isTold) tellProblem(error.message);
  else if (error instanceof DefectError) tellProblem(say("defect", { name }), error.message);
  else tellProblem(say("ended", { name }), String(error));
}

/**
 * Do something that takes time: say so, offer to stop it, and tell what went wrong.
 *
 * @param {string} words
 * @param {string} name
 * @param {() => Promise<unknown>} act
 */
async function whileBusy(words, name, act) {
  desk.busy += 1;
  tellState(words);
  document.body.classList.add("busy");
  const clock = setTimeout(() => elementCalled("stop").removeAttribute("hidden"), LONG_WAIT_MS);
  try {
    await act();
    tellState(say("ready"));
  } catch (error) {
    tellState(say("not_done"));
    tellError(error, name);
  } finally {
    clearTimeout(clock);
    desk.busy -= 1;
    if (!desk.busy) {
      elementCalled("stop").setAttribute("hidden", "");
      document.body.classList.remove("busy");
    }
  }
}

// documents

function showDocuments() {
  const list = elementCalled("documents");
  list.replaceChildren(...documents.map(documentRow));
  document.body.classList.toggle("has-documents", documents.length > 0);
}

/** @param {OpenDocument} one */
function documentRow(one) {
  const row = newElement("li", "", { class: `document ${one.state}` });
  const pick = newButton("", () => void chooseDocument(one), { class: "pick" });
  if (one === desk.current) pick.setAttribute("aria-current", "true");
  pick.append(newElement("b", one.name), newElement("span", say(`state_${one.state}`)));
  const label = say("close_document", { name: one.name });
  row.append(pick);
  if (one.isOnDisk) {
    const again = say("read_again", { name: one.name });
    row.append(newButton("↻", () => void readAgain(one), { "aria-label": again }));
  }
  row.append(newButton("×", () => closeDocument(one), { "aria-label": label }));
  return row;
}

/** Read a document that may have been saved since. @param {OpenDocument} one */
function readAgain(one) {
  one.edition = "";
  return chooseDocument(one);
}

/** @param {OpenDocument} one */
function closeDocument(one) {
  const place = documents.indexOf(one);
  documents.splice(place, 1);
  void engine.call("close_document", { key: one.key }).catch(() => null);
  if (desk.current === one) desk.current = null;
  const next = documents[Math.min(place, documents.length - 1)];
  if (next) {
    void chooseDocument(next);
    return;
  }
  showDocuments();
  void showCurrent();
}

/** @param {OpenDocument} one */
async function readDocument(one) {
  if (one.edition === one.editionNow()) {
    if (one.message && !document.querySelector(".problem")) tellProblem(one.message);
    return;
  }
  const words = say("reading", { name: one.name });
  const reading = one.read();
  showDocuments();
  await whileBusy(words, one.name, () => reading);
  showDocuments();
}

/** @param {OpenDocument} one */
async function chooseDocument(one) {
  desk.current = one;
  showDocuments();
  await readDocument(one);
  if (desk.current === one) await showCurrent();
}

async function showCurrent() {
  const one = desk.current;
  const known = Boolean(one && one.told && one.state === "read");
  document.body.classList.toggle("has-reading", known);
  const isRefused = Boolean(one && one.state === "refused");
  document.body.classList.toggle("has-refused", isRefused);
  elementCalled("refused-why").textContent = isRefused && one ? one.message : "";
  if (!one || !known) return;
  showReading(elementCalled("reading-panel"), one.told);
  const open = one.told.questions.length;
  elementCalled("tab-questions").textContent = `${say("questions")} (${open})`;
  offerOthers();
  const names = /** @type {HTMLInputElement} */ (elementCalled("redact"));
  names.checked = one.redact;
  await showView(desk.view);
}

// views

/** @param {string} view */
async function showView(view) {
  desk.view = view;
  for (const name of VIEWS) {
    const tab = elementCalled(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === view));
    tab.tabIndex = name === view ? 0 : -1;
  }
  const framed = FRAMED_VIEWS.includes(view);
  elementCalled("frame-panel").hidden = !framed;
  elementCalled("form-panel").hidden = framed;
  const panel = framed ? "frame-panel" : "form-panel";
  elementCalled(panel).setAttribute("aria-labelledby", `tab-${view}`);
  const one = desk.current;
  if (!one || one.state !== "read") return;
  elementCalled("with-line").hidden = view !== "compare";
  elementCalled("portfolio-line").hidden = view !== "portfolio";
  if (framed) await showFrame(one, view);
  else showForm(one, view);
}

/** @param {OpenDocument} one @param {string} view */
async function showFrame(one, view) {
  await whileBusy(say(`making_${view}`), one.name, async () => {
    if (view === "portfolio") await readAll();
    const page = await one.pageOf(view, view === "compare" ? chosenOther() : null);
    if (desk.current !== one || desk.view !== view) return;
    URL.revokeObjectURL(frameAddress);
    frameAddress = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    const frame = /** @type {HTMLIFrameElement} */ (elementCalled("frame"));
    frame.title = `${elementCalled(`tab-${view}`).textContent}: ${one.name}`;
    frame.src = frameAddress;
    elementCalled("own-tab").setAttribute("href", frameAddress);
  });
}

/** The document that is chosen to compare with. */
function chosenOther() {
  const list = /** @type {HTMLSelectElement} */ (elementCalled("with"));
  return documents.find((one) => one.key === list.value) ?? null;
}

/** Offer the other documents to compare with; without any there is nothing to compare. */
function offerOthers() {
  const others = documents.filter((one) => one !== desk.current && one.state !== "refused");
  const list = /** @type {HTMLSelectElement} */ (elementCalled("with"));
  const before = list.value;
  list.replaceChildren(
    ...others.map(({ name, key }) => newElement("option", name, { value: key })),
  );
  if (others.some((one) => one.key === before)) list.value = before;
  elementCalled("tab-compare").hidden = others.length === 0;
  elementCalled("tab-portfolio").hidden = others.length === 0;
  const words = say("portfolio_tab", { n: others.length + 1 });
  elementCalled("tab-portfolio").textContent = words;
  if (!others.length && ["compare", "portfolio"].includes(desk.view)) desk.view = "network";
}

/**
 * Read all documents that were not read yet, or otherwise: in a portfolio all speak one language.
 * One that is refused is told, and holds up none of the others.
 */
async function readAll() {
  for (const one of documents) if (one.state !== "refused") await readDocument(one);
}

/** Offer to save what tells of all documents together. */
function offerPortfolio() {
  const line = elementCalled("portfolio-line");
  line.replaceChildren(
    newElement("span", say("save_portfolio")),
    ...desk.portfolio.map((name) => {
      const label = say(name.replace(".", "_"));
      return newButton(label, () => void savePortfolio(name), { id: `save-${name}` });
    }),
  );
}

/** @param {string} name */
function savePortfolio(name) {
  return whileBusy(say("making_portfolio"), name, async () => {
    await readAll();
    const { told, file } = await engine.call("make_portfolio", { name });
    saveBytes(file, told.name);
  });
}

/** @param {OpenDocument} one @param {string} view */
function showForm(one, view) {
  const panel = elementCalled("form-panel");
  if (view === "saving") {
    const save = (/** @type {string} */ form) => void saveOutput(one, form);
    const beside = (/** @type {string} */ form) => void saveBeside(one, { form });
    const saveBesideIt = one.isOnDisk ? beside : null;
    const actions = { save, saveAll: () => void saveAll(one), saveBeside: saveBesideIt };
    showOutputs(panel, one.told.stem, desk.outputs, actions);
    return;
  }
  const use = () => void useAnswers(one, answersIn(panel));
  showQuestions(panel, one.told, one.answers, { use, save: () => void saveForm(one, panel) });
}

/** @param {OpenDocument} one @param {string} form */
async function saveOutput(one, form) {
  let name = "";
  await whileBusy(say("making_file", { name: one.name, form }), one.name, async () => {
    name = await one.saveOutput(form);
  });
  if (name) tellState(say("saved", { name }));
}

/** @param {OpenDocument} one @param {Parameters<OpenDocument["saveBeside"]>[0]} what */
async function saveBeside(one, what) {
  let path = "";
  await whileBusy(say("making_file", { name: one.name, form: "" }), one.name, async () => {
    path = await one.saveBeside(what);
  });
  if (path) tellState(say("written", { path }));
}

/** @param {OpenDocument} one */
function saveAll(one) {
  return whileBusy(say("making_all"), one.name, async () => {
    const tell = (/** @type {string} */ form) =>
      tellState(say("making_file", { name: one.name, form }));
    const refused = await one.saveAll(formsOfArchive(desk.outputs), tell);
    for (const { form, error } of refused) tellError(error, `${one.name} (${form})`);
  });
}

// the form for what a document leaves open

/** @param {OpenDocument} one @param {import("./questions.js").Answers} answers */
async function useAnswers(one, answers) {
  await whileBusy(say("reading", { name: one.name }), one.name, async () => {
    one.mapping = Object.keys(answers).length ? (await one.fillForm(answers)).told.form : "";
    await one.read();
    desk.view = "network";
  });
  await showCurrent();
}

/** @param {OpenDocument} one @param {HTMLElement} panel */
function saveForm(one, panel) {
  if (one.isOnDisk) return saveBeside(one, { answers: answersIn(panel) });
  return whileBusy(say("making_form"), one.name, async () => {
    const { told, file } = await one.fillForm(answersIn(panel));
    saveBytes(file, told.name);
  });
}

/** Save a workbook for who has no document that can be read. */
function saveEmpty() {
  return whileBusy(say("making_empty"), "", async () => {
    const { told, file } = await engine.call("make_empty");
    saveBytes(file, told.name);
  });
}

// files that come in

/**
 * Take what is laid down: documents, and what says how they are audited or drawn.
 *
 * @param {File[]} files
 */
async function takeFiles(files) {
  const isSetting = (/** @type {File} */ { name }) => name.toLowerCase().endsWith(SETTING_SUFFIX);
  const withLogos = files.some(isSetting);
  const isLogo = (/** @type {File} */ { name }) => withLogos && LOGO_SUFFIX.test(name);
  await takeSettings([...files.filter(isLogo), ...files.filter(isSetting)]);
  await takeDocuments(files.filter((file) => !isLogo(file) && !isSetting(file)));
}

/** @param {File[]} files Of these a logo comes before the style that names it. */
async function takeSettings(files) {
  if (!files.length) return;
  await engine.ready;
  for (const file of files) {
    await whileBusy(say("reading", { name: file.name }), file.name, async () =>
      engine.takeSetting(file.name, new Uint8Array(await file.arrayBuffer())),
    );
  }
  showSettings();
  if (desk.current) await chooseDocument(desk.current);
  const used = engine.settings.find((one) => one.name === files[files.length - 1].name);
  if (used) tellState(say("setting_taken", { name: used.name, use: say(`used_${used.use}`) }));
}

/** What is used besides the documents, and to use it no more. */
function showSettings() {
  const list = newElement("ul");
  list.append(
    ...engine.settings.map(({ name, use }) => newElement("li", `${name}: ${say(`used_${use}`)}`)),
  );
  const drop = newButton(say("drop_settings"), () => void dropSettings());
  elementCalled("settings").replaceChildren(...(engine.settings.length ? [list, drop] : []));
  if (engine.settings.length)
    elementCalled("settings").closest("details")?.setAttribute("open", "");
}

async function dropSettings() {
  await engine.dropSettings();
  showSettings();
  if (desk.current) await chooseDocument(desk.current);
}

/** @param {File[]} files */
async function takeDocuments(files) {
  const fresh = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (file.name.endsWith(MAPPING_SUFFIX) && desk.current) {
      desk.current.mapping = new TextDecoder().decode(bytes);
      fresh.push(desk.current);
    } else fresh.push(layDown(file.name, bytes));
  }
  if (fresh.some((one) => one.name.toLowerCase().endsWith(".pdf"))) preparePdf();
  await engine.ready;
  const [first, ...rest] = fresh;
  if (first) await chooseDocument(first);
  for (const one of rest) await readDocument(one);
  offerOthers();
}

/** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
function layDown(name, bytes) {
  lastKey += 1;
  return addDocument(String(lastKey), name, bytes);
}

/** @param {string} key @param {string} name @param {Uint8Array<ArrayBuffer> | null} bytes */
function addDocument(key, name, bytes) {
  const one = new OpenDocument(engine, key, name, bytes);
  documents.push(one);
  showDocuments();
  return one;
}

/** @param {DataTransfer | null} given */
function filesOf(given) {
  return [...(given?.files ?? [])];
}

async function takeExample() {
  const bytes = new Uint8Array(await unpackPart("example"));
  await takeFiles([new File([bytes], say("example_name"))]);
  if (desk.current?.state === "read") tellState(say("is_example"));
}

// the page around it

/** @param {string} lang */
async function changeLanguage(lang) {
  speakLanguage(lang);
  showDocuments();
  showSettings();
  await listFormats().catch(() => null);
  if (desk.current) await chooseDocument(desk.current);
}

async function listFormats() {
  const { told } = await engine.call("list_formats");
  desk.outputs = told.outputs;
  desk.portfolio = told.portfolio;
  elementCalled("formats").textContent = told.reads.join(" ");
  offerPortfolio();
}

async function stopWork() {
  tellState(say("stopping"));
  await engine.restart();
  tellState(say("ready"));
}

async function trySelfTest() {
  const panel = elementCalled("test-results");
  await showSelfTest(panel, "");
  const unmet = await unmetDemands();
  if (unmet.length) return;
  const megabytes = Math.round(engine.worker.memory / 2 ** 20);
  await showSelfTest(panel, say("test_memory", { megabytes }));
}

/** @param {KeyboardEvent} event */
function moveAlongTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const views = VIEWS.filter((view) => !elementCalled(`tab-${view}`).hidden);
  const next = views[(views.indexOf(desk.view) + step + views.length) % views.length];
  void showView(next);
  elementCalled(`tab-${next}`).focus();
  event.preventDefault();
}

function listenToTabs() {
  for (const view of VIEWS) {
    elementCalled(`tab-${view}`).addEventListener("click", () => void showView(view));
  }
  elementCalled("tabs").addEventListener("keydown", moveAlongTabs);
  elementCalled("with").addEventListener("change", () => void showView("compare"));
}

function listenToFiles() {
  const field = /** @type {HTMLInputElement} */ (elementCalled("file"));
  field.addEventListener("change", () => {
    void takeFiles([...(field.files ?? [])]);
    field.value = "";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("over");
  });
  addEventListener("dragleave", () => document.body.classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("over");
    void takeFiles(filesOf(event.dataTransfer));
  });
  for (const button of document.querySelectorAll(".choose-file")) {
    button.addEventListener("click", () => field.click());
  }
  for (const button of document.querySelectorAll(".save-empty")) {
    button.addEventListener("click", () => void saveEmpty());
  }
  for (const button of document.querySelectorAll(".try-example")) {
    button.addEventListener("click", () => void takeExample());
  }
}

/** @param {string} name */
function listenToDialog(name) {
  const dialog = /** @type {HTMLDialogElement} */ (elementCalled(name));
  elementCalled(`open-${name}`).addEventListener("click", () => dialog.showModal());
  elementCalled(`close-${name}`).addEventListener("click", () => dialog.close());
}

/** Show the pictures of the help, which are carried as parts. */
async function showPictures() {
  for (const image of document.querySelectorAll("img[data-part]:not([src])")) {
    const part = /** @type {HTMLElement} */ (image).dataset.part ?? "";
    const picture = new Blob([await unpackPart(part)], { type: "image/svg+xml" });
    image.setAttribute("src", URL.createObjectURL(picture));
  }
}

function listenToOptions() {
  const language = /** @type {HTMLSelectElement} */ (elementCalled("language"));
  language.value = spokenLanguage();
  language.addEventListener("change", () => void changeLanguage(language.value));
  const names = /** @type {HTMLInputElement} */ (elementCalled("redact"));
  names.addEventListener("change", () => {
    if (!desk.current) return;
    desk.current.redact = names.checked;
    void chooseDocument(desk.current);
  });
  const limits = /** @type {HTMLInputElement} */ (elementCalled("limits"));
  limits.addEventListener("change", () => {
    engine.limits = limits.value.trim();
    if (desk.current) void chooseDocument(desk.current);
  });
  elementCalled("stop").addEventListener("click", () => void stopWork());
  elementCalled("open-help").addEventListener("click", () => void showPictures());
  elementCalled("open-test").addEventListener("click", () => void trySelfTest());
  document.getElementById("end")?.addEventListener("click", () => void endAll());
  document.getElementById("show-licences")?.addEventListener("click", async () => {
    elementCalled("licences").textContent = new TextDecoder().decode(await unpackPart("licences"));
  });
}

/** Show the documents that dinet was started with. @param {[string, string][]} given */
async function takeGiven(given) {
  const [first] = given.map(([key, name]) => addDocument(key, name, null));
  if (first) await chooseDocument(first);
}

async function endAll() {
  await endServer().catch(() => null);
  document.body.classList.add("ended");
  tellState(say("has_ended"));
}

/** @param {string | undefined} asked */
function speakFirst(asked) {
  const wished = location.hash.slice(1) || asked || navigator.language.slice(0, 2);
  speakLanguage(LANGUAGES.includes(wished) ? wished : "nl");
}

async function startPage() {
  const served = servedFacts();
  speakFirst(served?.lang);
  listenToTabs();
  listenToFiles();
  listenToOptions();
  for (const name of ["help", "about", "test"]) listenToDialog(name);
  const unmet = served ? [] : await unmetDemands();
  if (unmet.length) {
    document.body.classList.add("cannot-run");
    await showSelfTest(elementCalled("cannot"), "");
    return;
  }
  try {
    await engine.start();
  } catch (error) {
    tellProblem(say("cannot_start"), String(error));
    return;
  }
  await listFormats();
  await warmUpSoon();
  document.body.classList.add("started");
  if (!desk.busy) tellState(say("ready_first"));
  await takeGiven(served?.documents ?? []);
  setTimeout(() => void warmUpDrawing(), WARM_UP_AFTER_MS);
}

/** Nobody has laid down a document yet, or asks anything. */
const isIdle = () => !documents.length && !desk.busy;

/** @type {Promise<unknown> | null} */
let warmReading = null;

/** Who laid down a document by now does not wait for this. */
async function warmUpReading() {
  if (!isIdle()) return;
  const bytes = new Uint8Array(await unpackPart("example"));
  if (isIdle()) await engine.warmUpReading(bytes).catch(() => null); // the next call tells why
}

async function warmUpSoon() {
  if (servedFacts() || performance.now() > WARM_UP_BEFORE_MS) return;
  warmReading = warmUpReading();
  await warmReading;
}

async function warmUpDrawing() {
  if (servedFacts()) return; // the installed dinet is quick at once
  warmReading ??= warmUpReading();
  await warmReading;
  await engine.warmUpDrawing(isIdle).catch(() => null); // what is asked next tells what is wrong
}

document.body.dataset.version = partText("version").trim();
void startPage();
