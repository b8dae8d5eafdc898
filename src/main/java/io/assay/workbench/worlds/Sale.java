package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Throwaway accounts of one seller, who follow his customers.
 *
 * @param followers the sold accounts
 * @param customers creators who bought them
 * @param engage probability that a sold account engages with a customer's post
 */
record Sale(Team followers, Team customers, double engage) implements Serializable {

  /** Where no sold accounts are known there are customers without a sale. */
  static List<Sale> plan(World world, long seed, Layout layout) {
    BoughtSettings.BoughtFollowers s = world.boughtFollowers;
    int[] sizes = LatinHypercube.sizes(world.count(s.share()), s.size());
    int buyers = world.count(s.customers());
    LatinHypercube spread = new LatinHypercube(seed, "sale", sizes.length);
    List<Team> sold = layout.take(PlayedRole.BOUGHT_FOLLOWER, sizes);
    List<Team> customers =
        layout.take(
            PlayedRole.FOLLOWERS_BUYER, LatinHypercube.parts(buyers, Math.max(1, sizes.length)));
    List<Sale> sales = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      sales.add(new Sale(sold.get(g), customers.get(g), spread.linear(s.engage(), "engage", g)));
    }
    return sales;
  }
}
