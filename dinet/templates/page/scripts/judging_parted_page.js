/* The page with a picture in it and a matrix in parts, of a document of which it is only
   asked what is the same. */
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { startSettling } from "./settling.js";
import { createStage } from "./stage.js";

startSettling();
startPage(createStage, createMatrix);
