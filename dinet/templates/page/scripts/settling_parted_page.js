/* The page with a picture in it and a matrix in parts, of a document that leaves open what serves
   what. */
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { startSettling } from "./settling.js";
import { startDragging } from "./settling_dragging.js";
import { makeItem } from "./settling_item.js";
import { createStage } from "./stage.js";

startSettling({ makeItem, startDragging });
startPage(createStage, createMatrix);
