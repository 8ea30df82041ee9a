/* The page of a large network, of a document that leaves open what serves what. */
import { startLists } from "./lists.js";
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { startPlanning } from "./planning.js";
import { startSettling } from "./settling.js";
import { startDragging } from "./settling_dragging.js";
import { makeItem } from "./settling_item.js";
import { createStage } from "./stage.js";
import "./tree_on_paper.js";

startLists();
startPlanning();
startSettling({ makeItem, startDragging });
startPage(createStage, createMatrix);
