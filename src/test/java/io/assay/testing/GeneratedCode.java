package io.assay.testing;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.debug.package$;
import scala.PartialFunction;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** What Spark generates for a plan. */
public final class GeneratedCode {
  /** Java never compiles a method of more bytes; Spark then gives up the stage. */
  public static final int LIMIT = 8_000;

  private static final PartialFunction<SparkPlan, InMemoryTableScanExec> KEPT =
      new AbstractPartialFunction<>() {
        @Override
        public boolean isDefinedAt(SparkPlan plan) {
          return plan instanceof InMemoryTableScanExec;
        }

        @Override
        public InMemoryTableScanExec apply(SparkPlan plan) {
          return (InMemoryTableScanExec) plan;
        }
      };

  private GeneratedCode() {}

  /** Bytes of the largest method of each stage; -1 where it could not be compiled. */
  public static List<Integer> sizes(SparkPlan plan) {
    return plans(plan)
        .flatMap(
            each -> CollectionConverters.asJava(package$.MODULE$.codegenStringSeq(each)).stream())
        .map(stage -> stage._3().maxMethodCodeSize())
        .toList();
  }

  /** The plan and those of the rows that are kept for it, which Spark does not show with it. */
  private static Stream<SparkPlan> plans(SparkPlan plan) {
    return Stream.concat(
        Stream.of(plan),
        CollectionConverters.asJava(plan.collectWithSubqueries(KEPT)).stream()
            .flatMap(kept -> plans(kept.relation().cachedPlan())));
  }
}
