import { startPage } from "./page.js";
import { makePicture } from "./vis.js";

/* The page with a picture that vis-network draws. */
startPage(makePicture);
