package io.assay.pipeline;

import io.assay.contracts.Table;
import io.assay.lake.StageContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * One step of a run, as data: the order of a run, the schedule and the documentation follow from
 * what it reads and writes.
 *
 * @param name what people type and the ledger shows
 * @param description what it is for, one line
 * @param reads tables it reads
 * @param writes tables whose slice it replaces
 * @param body the stage's job
 */
public record Job(
    String name,
    String description,
    List<Table> reads,
    List<Table> writes,
    Consumer<StageContext> body) {}
