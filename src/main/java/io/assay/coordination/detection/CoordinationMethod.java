package io.assay.coordination.detection;

/**
 * Every constant of the method. The defaults were set on seeds 1, 2, 201, 301 to 303 and 403 of the
 * made-up worlds, and on a reduced one of seed 101; what they are worth is measured on others.
 *
 * @param niches step 1
 * @param mutual step 2
 * @param cores step 3
 * @param pods step 4
 * @param posts step 5
 * @param excursions step 5b
 * @param farms step 6
 * @param signs step 7
 * @param hub step 8
 */
public record CoordinationMethod(
    NicheRules niches,
    MutualRules mutual,
    CoreRules cores,
    PodRules pods,
    SharingRules posts,
    SharingRules excursions,
    FarmRules farms,
    SignRules signs,
    HubRules hub) {

  /** A group that lies so much in a larger one is no other group. */
  static final double MERGED = 0.5;

  public static final CoordinationMethod DEFAULT =
      new CoordinationMethod(
          new NicheRules(30, 10, 10, 20),
          new MutualRules(0.05, 2, 0.1),
          new CoreRules(12, 0.5, 5),
          new PodRules(0.5, 4, 2, 8, 0.4, 0.2, 0.15, 2, 12, 5),
          new SharingRules(200, 1000, 3, 1.5, 1e-3, 3, 5),
          new SharingRules(200, Integer.MAX_VALUE, 4, 1.5, 1e-4, 2, 4),
          new FarmRules(
              1e-4,
              1e-6,
              3,
              0.1,
              3,
              0.5,
              6,
              new WorkerRules(10, 3, 0.4),
              new WorkerRules(6, 2, 0),
              12,
              5),
          new SignRules(
              0.07,
              0.05,
              0.03,
              500,
              1.5,
              10,
              20,
              50,
              5,
              20,
              1.6,
              2.2,
              15,
              new SignWeights(-1.5, 8, 0.4, 8, 5, 0.2, 4, 3, 2),
              new SignWeights(-3.4, 0, 0, 1.5, 0, 0, 20, 0, 0),
              0.7),
          new HubRules(0.3, 5, 21_600, 0.4, 1e-3));
}
