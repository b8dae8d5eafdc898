/**
 * The search for pods and farms on a platform that has more events than one process holds ({@code
 * coordination.max_events}): Spark counts what must be counted over everything, and the method of
 * {@code detection}, unchanged, runs in one task on the few events that can matter, with the sums
 * of the whole crawl.
 *
 * <p>In the order of the method: {@link io.assay.coordination.distributed.DistinctActs} and {@link
 * io.assay.coordination.distributed.CreatorSums} (step 0), {@link
 * io.assay.coordination.distributed.SharedReaders} (1), {@link
 * io.assay.coordination.distributed.MutualCreators} (2), {@link
 * io.assay.coordination.distributed.PostPairs} and {@link
 * io.assay.coordination.distributed.AuthorVisits} (5), {@link
 * io.assay.coordination.distributed.CoreVisitors} (6), {@link
 * io.assay.coordination.distributed.WholeCrawl} (what 7 compares with), {@link
 * io.assay.coordination.distributed.WideTables} (9). {@link
 * io.assay.coordination.distributed.DistributedSearch} runs all of it.
 *
 * <p>What it finds is what one process would find, to the last digit: samples are hashes of keys,
 * sums are of whole numbers, ranks are exact, ties go to the smaller key, and the search in one
 * task asks for events until none is missing that it looks at.
 *
 * <p>Not here: reading and writing, which is the job's, and the method itself.
 */
package io.assay.coordination.distributed;
