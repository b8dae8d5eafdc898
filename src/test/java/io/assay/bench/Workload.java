package io.assay.bench;

import java.nio.file.Path;

/** What is measured: the steps of a day on a lake of the workload's own. */
interface Workload {

  /** Reads a crawl into bronze. */
  void ingest(Path crawl);

  /** Makes the states of the crawl's day. */
  void conform();

  /** Measures engagement from the states. */
  void engagement();

  /** Folder of the Delta table with the day's posts, which the baseline reads. */
  String posts();
}
