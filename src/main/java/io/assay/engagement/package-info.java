/**
 * Engagement by account and by follower band. In: {@code silver.post} and {@code silver.account} of
 * a day; out: the tables of {@link io.assay.contracts.EngagementTables}.
 *
 * <p>Two halves, which {@link io.assay.engagement.EngagementJob} puts together. One account's rates
 * from its posts: begin at {@code AccountEngagement}, which tells the way of a post. Then what many
 * accounts' rates come to: {@code CountValues} counts them in bins, {@code RankSearch} finds what
 * exact quantiles need, and {@code BandDistribution}, {@code Benchmark}, {@code ExpectedEngagement}
 * and {@code PeerRanks} make tables of these; {@code ComparedAccounts} sets each account beside
 * them.
 *
 * <p>Not here: what is suspicious about a rate (signals, evidence), and growth.
 */
package io.assay.engagement;
