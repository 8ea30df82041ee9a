import { startLists } from "./lists.js";
import { startPage } from "./page.js";
import { startPlanning } from "./planning.js";
import { makePicture } from "./stage.js";

/* The page of a large network, whose picture and lists are made here. */
startLists();
startPlanning();
startPage(makePicture);
