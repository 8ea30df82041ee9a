/* The page of a large network, whose picture and lists are made here. */
import { startLists } from "./lists.js";
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { startPlanning } from "./planning.js";
import { createStage } from "./stage.js";
import "./tree_on_paper.js";

startLists();
startPlanning();
startPage(createStage, createMatrix);
