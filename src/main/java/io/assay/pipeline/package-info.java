/**
 * The order of the jobs, a run of them, and which days a backfill has to make. What a job does is
 * in its stage; what it reads and writes it says itself, and everything here follows from that.
 */
package io.assay.pipeline;
