import { startPage } from "./page.js";
import { makePicture } from "./stage.js";

/* The page with a picture in it. */
startPage(makePicture);
