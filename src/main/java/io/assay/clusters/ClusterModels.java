package io.assay.clusters;

import java.io.Serializable;
import java.util.List;

/** The models of all platforms and strata that have accounts. */
record ClusterModels(List<ClusterModel> all) implements Serializable {

  ClusterModel of(String platform, Stratum stratum) {
    for (ClusterModel model : all) {
      if (model.platform().equals(platform) && model.stratum() == stratum) {
        return model;
      }
    }
    throw new IllegalArgumentException("no model of " + platform + ", " + stratum.title());
  }

  Leaf leaf(ClusterAccounts account) {
    String platform = account.signals().platform();
    Stratum stratum = account.stratum();
    return new Leaf(platform, stratum, of(platform, stratum).leaf(account.signals()));
  }
}
