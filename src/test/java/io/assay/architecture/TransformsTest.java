package io.assay.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.assay.job.RunsSpark;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Transforms are plans: a stage's job class alone reads, writes and makes Spark work. */
class TransformsTest {
  private static final Set<String> ACTIONS =
      Set.of(
          "count",
          "show",
          "collect",
          "collectAsList",
          "first",
          "head",
          "take",
          "takeAsList",
          "tail",
          "isEmpty",
          "foreach",
          "foreachPartition",
          "toLocalIterator",
          "reduce",
          "cache",
          "persist",
          "unpersist",
          "checkpoint",
          "localCheckpoint",
          "write",
          "writeTo",
          "rdd",
          "toJavaRDD",
          "javaRDD");

  private static final DescribedPredicate<JavaMethodCall> MAKES_SPARK_WORK =
      DescribedPredicate.describe(
          "an action, cache or write of a Dataset",
          call -> {
            MethodCallTarget target = call.getTarget();
            return target.getOwner().getFullName().equals("org.apache.spark.sql.Dataset")
                && ACTIONS.contains(target.getName());
          });

  @Test
  void transformsNeverReadWriteCountShowOrCache() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.assay.conform..",
            "io.assay.engagement..",
            "io.assay.growth..",
            "io.assay.signals..",
            "io.assay.coordination..",
            "io.assay.evidence..",
            "io.assay.clusters..",
            "io.assay.assessment..",
            "io.assay.reporting.changes..",
            "io.assay.text..",
            "io.assay.workbench.evaluation..",
            "io.assay.workbench.calibration..",
            "io.assay.statistics..")
        .and()
        .haveSimpleNameNotEndingWith("Job")
        .and()
        .areNotAnnotatedWith(RunsSpark.class)
        .should()
        .callMethodWhere(MAKES_SPARK_WORK)
        .allowEmptyShould(true)
        .check(MainClasses.ALL);
  }
}
