/** What the scripts of the page pass to each other. For the type checker only: no page ships it. */

/** What the page is told by dinet; `script_data` and the writers of pages say what it means. */
export interface PageData {
  lang: string;
  textLang: string;
  words: Record<string, string>;
  kinds: Record<string, string>;
  manyKinds: Record<string, string>;
  levels: Record<string, string>;
  /** All names of grades, the best first. */
  grades: string[];
  /** What each grade of a goal and of a target is called, the best first. */
  gradeNames: Record<string, string[]>;
  aims: string[];
  /** Name, words from what serves, words from what is served, and 1 when it carries support. */
  linkKinds: [string, string, string, number][];
  bases: string[];
  /** The numbers of those bases that are weak evidence. */
  weakBases: number[];
  elements: ElementData[];
  /** Numbers of two elements, of a kind and of a basis, and then of places. */
  links: number[][];
  /** The signs that a document gives its links, by the number of the link. */
  weights?: Record<number, string>;
  places: string[];
  /** Severity, its name, code, sentence, and the ids that it is about. */
  findings: FindingRow[];
  /** What each rule that found something is about, by its code. */
  rules?: Record<string, string>;
  drawing?: DrawingData;
  /** With more elements than this themes begin folded. */
  mostUnfolded?: number;
  lists?: ListData;
  matrix?: MatrixData;
  planning?: PlanningData;
  /** Only of a document that leaves open what serves what. */
  settling?: SettlingData;
  owners?: OwnerRow[];
  /** Only of a document that is not of dinet's own form. */
  original?: OriginalData;
}
/** As `original_text` says it: words, the number of an element whose whole text it is, that and
    other words about it, or in a list words that were not read. */
export type OriginalRun = string | number | [number, string] | [string];
/** Its rank, and its runs. */
export type OriginalText = [number, ...OriginalRun[]];
/** How many rows and columns it spans, and its paragraphs. */
export type OriginalCell = [number, number, ...OriginalText[]];
export interface OriginalData {
  /** Title, rows of a table, and paragraphs of what is no table. */
  parts: [string, OriginalCell[][], OriginalText[]][];
  /** So many parts are left out. */
  left: number;
}
/** Role, name, and the numbers of efforts, of goals, and of what rests on this owner alone. */
export type OwnerRow = [string, string, number[], number[], number[]];
export type FindingRow = [string, string, string, string, string[]];

export interface SmartData {
  /** The text in pieces, each with what it is called; empty between two parts. */
  pieces: [string, string][];
  verdicts: [string, string][];
  missing: string;
}
export interface ElementData {
  id: string;
  kind: string;
  text: string;
  title?: string;
  vacant?: string;
  phase?: string;
  period?: string;
  budget?: string;
  status?: string;
  group?: string;
  remark?: string;
  level?: string;
  /** The number of its name in `grades`. */
  grade?: number;
  wordings?: string[];
  sources?: string[];
  owners?: string[];
  joint_with?: string[];
  partners?: string[];
  planning?: [string, string][];
  aim?: Record<string, string>;
  /** Of a target; a large page does not tell it. */
  smart?: SmartData;
  /** Names and texts: of roles, measurements and the document's own columns. */
  details?: [string, string][];
  places?: number[];
}
export interface ElementFinding {
  severity: string;
  level: string;
  code: string;
  sentence: string;
}
export interface NetworkElement extends ElementData {
  number: number;
  serves: Link[];
  servedBy: Link[];
  findings: ElementFinding[];
  haystack?: string;
}
export interface Link {
  start: NetworkElement;
  end: NetworkElement;
  forth: string;
  back: string;
  supports: boolean;
  basis: string;
  weak: boolean;
  weight: string | undefined;
  places: string[];
}
export interface Path {
  all: Set<NetworkElement>;
  holds(element: NetworkElement): boolean;
  joins(start: NetworkElement, end: NetworkElement): boolean;
}
export interface Loss {
  number: number;
  before: number;
  after: number;
}

/** What the drawing scripts are told besides. */
export interface DrawingData {
  columns: string[];
  gaps: Record<number, string[]>;
  /** The name of what stands at the end of each kind of link. */
  heads: Record<string, string>;
  /** By name: a path and how it is filled. */
  ends: Record<string, [string, string]>;
  headings: Record<string, string>;
  levels: Record<string, string>;
  homeless: string;
  shared: string;
}
/** The number of an element, or that and its marks. */
export type EntryCode = number | [number, ...Mark[]];
/** Words, numbers of elements, and names. */
export type Mark = [string, number[], string[]];
/** What stands between, the efforts, and what is said where there are none of these. */
export type GroupRow = [EntryCode[], EntryCode[], string?, string?];
export interface ListData {
  words: Record<string, string>;
  columns: string[];
  doubles: ElementData[];
  table: [EntryCode | null, string, ...[EntryCode | null, string, ...GroupRow[]][]][];
  parts: Record<number, EntryCode[]>;
  coverage: {
    total: number[][];
    /** The grades that have a column: of targets, and of goals. */
    columns: number[][];
    /** What these are called and mean. */
    meanings: [string, string][][];
    themes: [number | null, number[], number[]][];
    /** The way that proves the grade of an element, by its number. */
    proofs: Record<number, string>;
    /** A target, a goal, and the grade that the target has there. */
    remarks: [number, number, number][];
  };
  severities: [string, string][];
  /** What reading left out, and what it inferred. */
  as_of: string;
  reading: string[];
  found: [string, boolean, ...string[]][];
  notes: [string, string, string][];
}
/** The number of a theme, if any, and those of its columns. */
export type MatrixPart = [number | null, number[]];
export interface MatrixData {
  words: Record<string, string>;
  signs: string[];
  parts: MatrixPart[];
  cells: number[][];
}
/** The number of an effort, its planning in words, how many lanes, and bars. */
export type PlanningLine = [number, string, number, ...[number, number, number, number][]];
export interface PlanningData {
  words: Record<string, string>;
  years: number[];
  fills: string[];
  /** Where the date of the document stands, in hundredths of the calendar. */
  reference: number | null;
  groups: [string, ...PlanningLine[]][];
}

/** The lists of words in an address. */
export interface AddressLists {
  kind: string[];
  level: string[];
  owner: string[];
  phase: string[];
  source: string[];
  finding: string[];
  grade: string[];
  stop: string[];
  noowner: string[];
  nosource: string[];
  closed: string[];
  open: string[];
  /** The two ends of a path that is asked for. */
  way: string[];
}
/** The single words in an address. */
export interface AddressWords {
  theme: string;
  focus: string;
  alone: string;
  find: string;
  matrix: string;
  tiles: string;
  first: string;
  at: string;
  /** Whether only that path is shown. */
  only: string;
  /** Whether the view stands without what is around it. */
  bare: string;
  /** The step of a presentation, from 1. */
  show: string;
}
export interface AddressState extends AddressLists, AddressWords {
  /** What-ifs with names, as they are written in an address. */
  scenario: string[];
  /** Views with names, likewise. */
  kept: string[];
}
export interface ReaderState extends AddressState {
  tab: string;
  selected: NetworkElement | null;
}
/** What the search asks of the page. */
export interface SearchActions {
  takeSearch(find: string): void;
  chooseElement(element: NetworkElement): void;
  changeState: Change;
  openSpot(tab: string, findSpot: () => HTMLElement | undefined): void;
}
export interface SearchHit {
  makeLabel(): (Node | string)[];
  choose(): void;
}
/** What makes the tree on paper, ahead of the print that asks for it. */
export interface PaperTree {
  beginTree(state: PageState): void;
  finishTree(state: PageState): HTMLElement;
}
export interface SearchGroup {
  title: string;
  found: SearchHit[];
  more: number;
}
export type Change = (part: Partial<ReaderState>) => void;

/** What filters, focus and folded themes leave of the network. */
export interface View {
  key: string;
  shown: Set<NetworkElement>;
  kept: Set<NetworkElement>;
  scope: Set<NetworkElement>;
  faint: Set<NetworkElement>;
  theme: NetworkElement | null;
  whole: boolean;
  crowd: boolean;
  folded: Map<NetworkElement, string>;
  fitting: number;
  filtered: boolean;
}
/** Something that is asked for. */
export interface Asked {
  /** The name of the word for what it is. */
  name: string;
  words: string;
  /** Whether the words are of the page and not of the document. */
  isOurs?: boolean;
  undone: Partial<ReaderState>;
}
export interface Fate {
  stopped: Set<NetworkElement>;
  lost: Map<NetworkElement, number>;
}
export interface PageState extends ReaderState, Fate {
  view: View;
  path: Path | null;
  told: string;
  readonly hits: NetworkElement[];
}
export type FilterName = "kind" | "level" | "owner" | "phase" | "source" | "finding" | "grade";
export interface Choice {
  value: string;
  words: string;
  count?: number;
  /** Whether the words are of the page and not of the document. */
  ours?: boolean;
}

export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface ElementBox extends Room {
  element: NetworkElement | null;
}
/** A picture in the network view. */
export interface Scene extends Room {
  node: HTMLElement | SVGElement;
  svg?: SVGSVGElement;
  resizePicture(width: number, height: number, scale: number): void;
  listBoxes(): ElementBox[];
  /** Where it is at its smallest and largest; where a picture says nothing the usual holds. */
  leastScale?: number;
  mostScale?: number;
  /** Draws what comes in sight, between two heights. */
  showSight?(top: number, foot: number): void;
  /** Draws all that was not in sight yet. */
  completePicture?(): void;
  findShape(element: NetworkElement): SVGElement | undefined;
  findElement(event: Event): NetworkElement | undefined;
  markNear(element: NetworkElement, on: boolean): void;
  showState(state: PageState): void;
  focusElement(element: NetworkElement | undefined): void;
}
/** Steps in or out, 0 for the width, "whole", or null for the size to begin with. */
export type Zoom = number | "whole" | null;
/** The network view as the page knows it: what it does, and what it asks for. */
export interface PagePicture {
  /** The place is where in the window the reader points. */
  onSelect(element: NetworkElement | null, place?: Room): void;
  onEnter(element: NetworkElement): void;
  onFocus(element: NetworkElement, place?: Room): void;
  onZoom(direction: Zoom): void;
  onScale(percent: number): void;
  showState(state: PageState): void;
  revealElement(element: NetworkElement): void;
  /** Where an element stands in the window. */
  findPlace(element: NetworkElement): Room | undefined;
  focusElement(element: NetworkElement): void;
  zoomPicture(direction: Zoom): number;
  hasSvg(): boolean;
  /** The picture with all that it holds. */
  findSvg(): SVGSVGElement | undefined;
}

/** Where the drawing scripts put things, in points. */
export interface Column {
  name: string;
  x: number;
  w: number;
  bar: number;
  gaps: number[];
}
export interface Band {
  theme: NetworkElement | null;
  members: Set<NetworkElement>;
  order: NetworkElement[];
  y: number;
  foot: number;
  caption: number;
  /** Left and width, when it is not as wide as the picture. */
  x?: number;
  w?: number;
}
export interface SmallLine {
  text: string;
  face: string;
}
export interface Box {
  element: NetworkElement;
  column: Column;
  band: Band;
  x: number;
  y: number;
  w: number;
  h: number;
  bar: number;
  want: number;
  lines: string[];
  small: SmallLine[];
  remarks: string[];
  /** From its top to the foot of the letters of its first line. */
  drop?: number;
}
export interface Route {
  start: Box;
  end: Box;
  name: string;
  weak: boolean;
  /** The height at which it arrives. */
  at: number;
  /** From, to and height of each opening between boxes that it passes. */
  through: [number, number, number][];
}
export interface Placed {
  boxes: Box[];
  routes: Route[];
  bands: Band[];
  columns: Column[];
  width: number;
  height: number;
}

/** As much of vis-network as the page uses. */
export interface VisNode {
  id: number;
  label: string;
  kind: string;
  x: number;
  y: number;
  borderWidth: number;
  font: object;
  widthConstraint: { minimum: number };
  heightConstraint: { minimum: number };
}
export interface VisEdge {
  id?: string;
  from: number;
  to: number;
}
export interface VisDataSet<T> {
  get(): T[];
  get(id: number | string): T | null;
  update(items: object[]): void;
}
export interface VisNetwork {
  on(event: "click", then: (found: { nodes: number[] }) => void): void;
  getPosition(id: number): { x: number; y: number };
  canvasToDOM(position: { x: number; y: number }): { x: number; y: number };
  setOptions(options: object): void;
  moveTo(how: object): void;
  fit(how: object): void;
  getScale(): number;
}
declare global {
  const vis: {
    DataSet: new <T>(items: T[]) => VisDataSet<T>;
    Network: new (canvas: HTMLElement, data: object, options: object) => VisNetwork;
  };
  interface String {
    isWellFormed?(): boolean;
    toWellFormed?(): string;
  }
}

/** What a form holds, without the places of its words. */
export type PlainValue = string | null | PlainValue[] | { [key: string]: PlainValue };
/** What the page is told to settle what its document leaves open. */
export interface SettlingData {
  /** The names of the form and of the document. */
  form: string;
  document: string;
  /** All that the form says already. */
  answers: Record<string, PlainValue>;
  /** A list of the form, a key, and the numbers of elements. */
  questions: [string, string, number[]][];
  aims: number[];
  /** Whether any question is on links. */
  links: boolean;
  words: Record<string, string>;
}
export interface SettlingQuestion {
  number: number;
  list: string;
  key: string;
  about: NetworkElement[];
  /** What was chosen. */
  ids: string[];
}
/** What was chosen before something else was. */
export interface Settled {
  question: SettlingQuestion;
  ids: string[];
}
export interface SettlingItem {
  question: SettlingQuestion;
  node: HTMLElement;
  showChoices(): void;
}
export interface SettlingTools {
  choices: ReturnType<typeof import("./settling_choices.js").createSettled>;
  words: Record<string, string>;
  toggle(question: SettlingQuestion, id: string): void;
  settleOn(question: SettlingQuestion, id: string): void;
}
/** What dinet watch says of a form: what it is now, and what it says; or why it was not written. */
export interface SettlingAnswer {
  edition: string;
  ids: string[];
  reason: string;
}
/** What is asked of dinet watch, and what becomes of it. */
export interface SettlingAsked {
  answer: { list: string; key: string; ids: string[] };
  /** Of the form that the page knows. */
  edition: string;
  reply?: Promise<{ status: number; said: SettlingAnswer }>;
}
