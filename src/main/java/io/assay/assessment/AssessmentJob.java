package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.AudienceTables;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.ModelTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.peers.FittedModels;
import io.assay.peers.MeasuredAccounts;
import io.assay.peers.PeerHistogram;
import io.assay.settings.AssessmentSettings;
import io.assay.settings.AudienceSettings;
import io.assay.settings.ConformSettings;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.statistics.WideRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Says of every account how likely each kind of fraud is, and why; and of every creator how much of
 * its audience is to be doubted.
 *
 * <p>Input: the day's evidence by family and by signal, followers and bands, and the models of
 * {@code ops.model} that the settings name; for audiences the day's posts, profiles and members of
 * groups, the interactions of the window and the known follows. Output: {@code
 * gold.account_assessment} with what it is made of, {@code gold.audience_quality}. Algorithm: each
 * signal is measured against a {@link Reference} without groups and doubted accounts, and weighed;
 * ties to groups are added, and the odds shifted to how common the kind is ({@link Levels}); what
 * is concluded of bots is kept while doubtful accounts are counted among those who engage or
 * follow, see {@link AudienceTies} and {@link AudienceCounts}. Cost: each input is exchanged by
 * account once; interactions by post and by actor.
 */
public final class AssessmentJob {
  private static final List<Table> READS =
      List.of(
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          EvidenceTables.ACCOUNT_EVIDENCE,
          EvidenceTables.PEER_HISTOGRAM,
          SignalTables.ACCOUNT_SIGNAL,
          CoordinationTables.ACCOUNT_COORDINATION,
          EngagementTables.ACCOUNT_ENGAGEMENT,
          SilverTables.ACCOUNT,
          SilverTables.POST);
  private static final List<Table> READS_IF_HELD =
      List.of(
          ModelTables.MODEL,
          SilverTables.INTERACTION,
          SilverTables.FOLLOW,
          CoordinationTables.COORDINATED_MEMBER,
          CoordinationTables.COORDINATED_GROUP,
          ClusterTables.ACCOUNT_CLUSTER);

  private static final List<Table> WRITES =
      List.of(
          AssessmentEvidenceTables.REFERENCE_HISTOGRAM,
          AssessmentEvidenceTables.ASSESSMENT_LEVEL,
          AssessmentTables.ACCOUNT_ASSESSMENT,
          AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
          AudienceTables.AUDIENCE_QUALITY);

  public static final Job JOB =
      new Job(
          new Stage(
              "assessment",
              "Says of every account how likely each kind of fraud is, and of audiences how real.",
              READS,
              READS_IF_HELD,
              WRITES,
              List.of(AssessmentSettings.class, EvidenceSettings.class, ConformSettings.class)),
          AssessmentJob::run);

  private AssessmentJob() {}

  private static void run(JobContext context) {
    AssessmentSettings settings = context.settings(AssessmentSettings.class);
    EvidenceSettings evidence = context.settings(EvidenceSettings.class);
    SignedBins bins = new SignedBins(new LogBins(evidence.binsPerDecade()));
    Overrides overrides = Overrides.of(settings.overrides(), context.asOf());
    List<Row> counts = PeerHistogram.collected(context);
    KindModels models =
        KindModels.of(
            FittedModels.of(context),
            SearchedPlatforms.of(
                counts, context.lastDays(CoordinationTables.COORDINATED_GROUP, 1)));
    Dataset<Row> found = found(context).persist(StorageLevel.MEMORY_AND_DISK());
    try (Reference reference = Reference.of(found, counts, models, bins, evidence)) {
      Dataset<Row> bots =
          found.map(
              new BotLikelihood(reference.tails(), models, reference.levels(found)),
              Encoders.row(BotLikelihood.SCHEMA));
      // What was published is not read back: the slice that a run replaces may not be its input.
      Dataset<Row> audiences =
          audiences(context, settings.audience(), bots).persist(StorageLevel.MEMORY_AND_DISK());
      Dataset<Row> all = AccountFindings.with(found, DoubtfulEngagement.of(audiences, bins));
      Levels levels = reference.levels(all);
      Dataset<Row> assessed =
          WideRows.map(
                  all,
                  new Assessor(
                      reference.tails(), models, levels, settings.flagAtLeast(), overrides),
                  Assessor.SCHEMA)
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        publish(context, reference, levels, models, assessed, overrides);
        context.sink().replace(AudienceTables.AUDIENCE_QUALITY, audiences);
      } finally {
        assessed.unpersist();
        audiences.unpersist();
      }
    } finally {
      found.unpersist();
    }
  }

  private static Dataset<Row> found(JobContext context) {
    return AccountFindings.of(
        MeasuredAccounts.today(context),
        context.today(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE),
        context.today(EngagementTables.ACCOUNT_ENGAGEMENT),
        context.today(EvidenceTables.ACCOUNT_EVIDENCE),
        GroupTies.of(
            context.lastDays(CoordinationTables.COORDINATED_MEMBER, 1),
            context.lastDays(CoordinationTables.COORDINATED_GROUP, 1)),
        context.lastDays(ClusterTables.ACCOUNT_CLUSTER, 1));
  }

  private static void publish(
      JobContext context,
      Reference reference,
      Levels levels,
      KindModels models,
      Dataset<Row> assessed,
      Overrides overrides) {
    context
        .sink()
        .replace(
            AssessmentEvidenceTables.REFERENCE_HISTOGRAM,
            context.spark().createDataFrame(reference.rows(), PeerHistogram.SCHEMA));
    context
        .sink()
        .replace(
            AssessmentEvidenceTables.ASSESSMENT_LEVEL,
            context.spark().createDataFrame(levels.rows(models), Levels.SCHEMA));
    context
        .sink()
        .replace(
            AssessmentTables.ACCOUNT_ASSESSMENT,
            assessed.drop(Assessor.EVIDENCE),
            () -> overrides.checked(assessed));
    context
        .sink()
        .replace(
            AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
            assessed.select(explode(col(Assessor.EVIDENCE)).as("piece")).select("piece.*"));
  }

  private static Dataset<Row> audiences(
      JobContext context, AudienceSettings settings, Dataset<Row> bots) {
    Dataset<Row> posts = context.today(SilverTables.POST);
    // A follow is stored under the day it was first seen, and again only after conform's window.
    int conformed = context.settings(ConformSettings.class).windowDays();
    Dataset<Row> ties =
        AudienceTies.of(
            context.lastDays(SilverTables.INTERACTION, settings.audienceDays()),
            context.lastDays(SilverTables.FOLLOW, conformed),
            posts);
    Dataset<Row> actors =
        DoubtedActors.of(
            bots,
            context.lastDays(CoordinationTables.COORDINATED_MEMBER, 1),
            context.today(SilverTables.ACCOUNT),
            settings.doubtfulAtLeast());
    return AudienceQuality.of(
        posts,
        context.today(EngagementTables.ACCOUNT_ENGAGEMENT),
        AudienceCounts.of(ties, actors),
        settings);
  }
}
