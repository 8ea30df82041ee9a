/* The page of a large network, of a document of which it is only asked what is the same. */
import { startLists } from "./lists.js";
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { startPlanning } from "./planning.js";
import { startSettling } from "./settling.js";
import { createStage } from "./stage.js";
import "./tree_on_paper.js";

startLists();
startPlanning();
startSettling();
startPage(createStage, createMatrix);
